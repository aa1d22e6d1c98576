-- Somebody who was registered by phone without an e-mail gets one later, and the invitation with it. Only while there is none: an address that
-- is there is never changed so, and no account that is in use opens by it. Says 'taken' of an address of another account, not whose it is.
create function app.add_email(the_person uuid, the_address text, the_hash text, as_of timestamptz, until_at timestamptz) returns text
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if app.actor_id() is null or app.acting_as() is distinct from 'ilium_scheduler' then
    perform app.refuse('a scheduler adds an e-mail', 'people_email_by_scheduler', '42501');
  end if;
  begin
    update people set email = the_address
      where id = the_person and role = 'patient' and email is null and disabled_at is null
        and not exists (select from credentials where person_id = the_person);
  exception when unique_violation then
    return 'taken';
  end;
  if not found then return 'there'; end if;
  insert into person_tokens (token_hash, person_id, purpose, expires_at, created_at) values (the_hash, the_person, 'invite', until_at, as_of);
  return 'added';
end $$;
--> statement-breakpoint
revoke all on function app.add_email(uuid, text, text, timestamptz, timestamptz) from public;
grant execute on function app.add_email(uuid, text, text, timestamptz, timestamptz) to ilium_scheduler;
