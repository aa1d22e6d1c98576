import type { TestDatabase } from './database'

/** Where the connection dies: at its nth writing statement, or while it commits. */
export type CrashPoint = number | 'commit'

export type Crashes = {
  /** Lets the next transactions die there; null lets them live. */
  at(point: CrashPoint | null): Promise<void>
  /** One line for every table and its rows, queued jobs too; counted attempts are left out, they are meant to stay. */
  fingerprint(): Promise<string>
}

/** Prepares a test database in which a connection's own server process can be killed in mid-transaction. */
export async function crashes({ owner }: TestDatabase): Promise<Crashes> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname, c.relname) = ('graphile_worker', '_private_jobs')) and c.relname <> 'attempts'
    order by 1`
  await owner.unsafe(`
    create schema crash;
    create table crash.plan (point int);
    create sequence crash.writes;
    create function crash.tick() returns trigger language plpgsql security definer set search_path = crash, pg_temp as $$
    declare planned int;
    begin
      select point into planned from crash.plan;
      if (tg_when = 'BEFORE' and planned > 0 and nextval('crash.writes') = planned) or (tg_when = 'AFTER' and planned = 0) then
        perform pg_terminate_backend(pg_backend_pid());
        perform pg_sleep(5);
      end if;
      return null;
    end $$;
    create constraint trigger crash_at_commit after insert on audit_rows deferrable initially deferred for each row execute function crash.tick();
    ${tables.map(({ name }) => `create trigger crash_here before insert or update or delete on ${name} for each statement execute function crash.tick();`).join('\n')}
  `)
  return {
    async at(point) {
      await owner`delete from crash.plan`
      await owner`alter sequence crash.writes restart`
      if (point !== null) await owner`insert into crash.plan values (${point === 'commit' ? 0 : point})`
    },
    async fingerprint() {
      const sums = tables.map(
        ({ name }) =>
          `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as line from ${name} t`,
      )
      const rows = await owner.unsafe<{ line: string }[]>(`${sums.join(' union all ')} order by 1`)
      return rows.map((row) => row.line).join('\n')
    },
  }
}
