CREATE TABLE "intake_answer_history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intake_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "intake_files_size" CHECK ("intake_files"."size" > 0 and "intake_files"."size" <= 10485760 and octet_length("intake_files"."content") = "intake_files"."size")
);
--> statement-breakpoint
CREATE TABLE "intake_paces" (
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "intake_paces_pk" PRIMARY KEY("intake_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "phone_agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"version" text NOT NULL,
	"said_back_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	"took_over" boolean DEFAULT false NOT NULL,
	"recorded_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_set_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_version" text NOT NULL,
	"to_version" text NOT NULL,
	"from_hash" text NOT NULL,
	"to_hash" text NOT NULL,
	"stored" integer NOT NULL,
	"intakes_read" integer NOT NULL,
	"same" integer NOT NULL,
	"raised" integer NOT NULL,
	"lowered" integer NOT NULL,
	"replayed" integer NOT NULL,
	"apart" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"run_by" uuid NOT NULL,
	"run_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_set_sign_offs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"version" text NOT NULL,
	"content_hash" text NOT NULL,
	"signed_name" text NOT NULL,
	"signed_title" text NOT NULL,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "triage_readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_id" uuid,
	"cause" text NOT NULL,
	"answers" jsonb,
	"exam" jsonb,
	"result" jsonb NOT NULL,
	"rule_set_version" text NOT NULL,
	"input_hash" text NOT NULL,
	"urgency" text NOT NULL,
	"si_pattern" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "triage_readings_have_cause" CHECK (case "triage_readings"."cause" when 'asked' then "triage_readings"."answers" is not null else "triage_readings"."exam" is not null end)
);
--> statement-breakpoint
CREATE TABLE "triage_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"urgency" text NOT NULL,
	"si_pattern" text NOT NULL,
	"reason_code" text,
	"reason" text,
	"asked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "triage_reviews_override_has_reason" CHECK ("triage_reviews"."decision" = 'agree' or ("triage_reviews"."reason_code" is not null and length(trim("triage_reviews"."reason")) >= 3))
);
--> statement-breakpoint
-- squawk-ignore ban-drop-not-null
ALTER TABLE "people" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "intakes" ADD COLUMN "opened_by" uuid;--> statement-breakpoint
ALTER TABLE "urgent_items" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "intake_answer_history" ADD CONSTRAINT "intake_answer_history_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_answer_history" ADD CONSTRAINT "intake_answer_history_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_files" ADD CONSTRAINT "intake_files_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_files" ADD CONSTRAINT "intake_files_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_files" ADD CONSTRAINT "intake_files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_paces" ADD CONSTRAINT "intake_paces_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_paces" ADD CONSTRAINT "intake_paces_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_agreements" ADD CONSTRAINT "phone_agreements_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_agreements" ADD CONSTRAINT "phone_agreements_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_agreements" ADD CONSTRAINT "phone_agreements_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_runs" ADD CONSTRAINT "rule_set_runs_run_by_people_id_fk" FOREIGN KEY ("run_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_sign_offs" ADD CONSTRAINT "rule_set_sign_offs_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_readings" ADD CONSTRAINT "triage_readings_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_readings" ADD CONSTRAINT "triage_readings_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_readings" ADD CONSTRAINT "triage_readings_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_readings" ADD CONSTRAINT "triage_readings_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_reviews" ADD CONSTRAINT "triage_reviews_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_reviews" ADD CONSTRAINT "triage_reviews_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_reviews" ADD CONSTRAINT "triage_reviews_result_id_triage_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."triage_results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_reviews" ADD CONSTRAINT "triage_reviews_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "intake_answer_history_by_question" ON "intake_answer_history" USING btree ("intake_id","question_key","version");--> statement-breakpoint
CREATE INDEX "intake_files_by_intake" ON "intake_files" USING btree ("intake_id");--> statement-breakpoint
CREATE INDEX "phone_agreements_by_intake" ON "phone_agreements" USING btree ("intake_id","agreed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_sign_offs_once" ON "rule_set_sign_offs" USING btree ("kind","version","content_hash");--> statement-breakpoint
CREATE INDEX "triage_readings_by_intake" ON "triage_readings" USING btree ("intake_id","made_at");--> statement-breakpoint
CREATE INDEX "triage_readings_by_patient" ON "triage_readings" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "triage_reviews_by_intake" ON "triage_reviews" USING btree ("intake_id","made_at");--> statement-breakpoint
CREATE INDEX "triage_reviews_by_patient" ON "triage_reviews" USING btree ("patient_id");--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_by_phone_are_signed_for" CHECK ("intakes"."source" <> 'phone' or "intakes"."opened_by" is not null) NOT VALID;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_staff_have_email" CHECK ("people"."role" = 'patient' or "people"."email" is not null) NOT VALID;--> statement-breakpoint
-- Lists of words are lists in the database too.
alter table intake_files add constraint intake_files_lists check (kind in ('imaging_report', 'insurance_card', 'other')
  and media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/heic') and sha256 ~ '^[0-9a-f]{64}$');
alter table triage_reviews add constraint triage_reviews_lists check (decision in ('agree', 'override')
  and urgency in ('routine', 'expedited', 'same_day', 'emergency') and si_pattern in ('unlikely', 'possible', 'likely'));
alter table triage_readings add constraint triage_readings_lists check (cause in ('asked', 'exam')
  and urgency in ('routine', 'expedited', 'same_day', 'emergency') and si_pattern in ('unlikely', 'possible', 'likely'));
alter table rule_set_sign_offs add constraint rule_set_sign_offs_named check (kind in ('rule_set', 'instrument', 'policy')
  and length(trim(signed_name)) >= 3 and length(trim(signed_title)) >= 2);
alter table rule_set_runs add constraint rule_set_runs_add_up check (least(same, raised, lowered, replayed) >= 0 and stored >= intakes_read
  and intakes_read = same + jsonb_array_length(changes) and raised + lowered <= jsonb_array_length(changes)
  and intakes_read = replayed + jsonb_array_length(apart));
--> statement-breakpoint
-- A part of a record belongs to the person of the whole.
do $$
declare part text[];
begin
  foreach part slice 1 in array array[
    ['intake_answer_history','intake_id','intakes'], ['intake_files','intake_id','intakes'], ['intake_paces','intake_id','intakes'],
    ['triage_reviews','intake_id','intakes'], ['triage_readings','intake_id','intakes'], ['triage_readings','visit_id','visits']
  ] loop
    execute format('alter table %I add constraint %I foreign key (%I, patient_id) references %I (id, patient_id)',
      part[1], part[1] || '_' || part[3] || '_same_patient', part[2], part[3]);
  end loop;
end $$;
--> statement-breakpoint
create trigger intake_answer_history_never_changes before update or delete on intake_answer_history for each row execute function app.never_changes();
create trigger triage_reviews_never_change before update or delete on triage_reviews for each row execute function app.never_changes();
create trigger triage_readings_never_change before update or delete on triage_readings for each row execute function app.never_changes();
create trigger rule_set_sign_offs_never_change before update or delete on rule_set_sign_offs for each row execute function app.never_changes();
create trigger rule_set_runs_never_change before update or delete on rule_set_runs for each row execute function app.never_changes();
--> statement-breakpoint
-- An answer that is replaced or taken back is kept as it stood.
create function app.keep_replaced_answer() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if tg_op = 'DELETE' or new.value is distinct from old.value then
    insert into intake_answer_history (intake_id, patient_id, question_key, version, value, answered_at, answered_by, replaced_at)
    values (old.intake_id, old.patient_id, old.question_key, old.version, old.value, old.answered_at, old.answered_by,
      case when tg_op = 'UPDATE' then new.answered_at else app.clinic_now() end);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger intake_answers_kept after update or delete on intake_answers for each row execute function app.keep_replaced_answer();
--> statement-breakpoint
-- The version of the questions is pinned when an intake opens, and so is who opened it and how. One exception: a draft without an
-- answer in it goes over to the scheduler who asks by phone. Only app.take_over_draft comes this far; a scheduler does not see such a draft.
create function app.intake_is_pinned() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
begin
  if tg_op = 'UPDATE' then
    if (new.instrument_version, new.source, new.opened_by, new.patient_id) is distinct from (old.instrument_version, old.source, old.opened_by, old.patient_id)
      and not coalesce(acting = 'ilium_scheduler' and old.source = 'patient' and new.source = 'phone' and new.opened_by = app.actor_id()
        and (new.instrument_version, new.patient_id) = (old.instrument_version, old.patient_id)
        and not exists (select from intake_answers where intake_id = new.id and question_key <> 'papers'), false) then
      perform app.refuse('an intake keeps its version and who opened it', 'intakes_pinned', 'IL001');
    end if;
  elsif acting is not null and acting <> 'ilium_system' and (
    new.opened_by is distinct from app.actor_id() or new.source <> (case acting when 'ilium_scheduler' then 'phone' else 'patient' end)) then
    perform app.refuse('nobody opens an intake in another name', 'intakes_opened_by_actor', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger intakes_pinned before insert or update on intakes for each row execute function app.intake_is_pinned();
--> statement-breakpoint
-- A paper of a sent intake stays; before that it can only be taken back.
create function app.paper_stays() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (old.removed_at is not null or to_jsonb(new) - 'removed_at' <> to_jsonb(old) - 'removed_at')) then
    perform app.refuse('a paper is only taken back, once', 'intake_files_stay', 'IL001');
  end if;
  if exists (select from intakes where id = new.intake_id and submitted_at is not null) then
    perform app.refuse('papers of a sent intake stay', 'intake_files_of_draft', 'IL001');
  end if;
  if tg_op = 'INSERT' and app.acting_as() not in ('ilium_system') and (new.uploaded_by is distinct from app.actor_id() or new.removed_at is not null) then
    perform app.refuse('nobody hands in papers in another name', 'intake_files_by_actor', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger intake_files_stay before insert or update or delete on intake_files for each row execute function app.paper_stays();
--> statement-breakpoint
-- What stands of one intake, told in the order of time: results and readings raise, a review sets.
create function app.standing_urgency(the_intake uuid) returns text language sql stable security definer set search_path = public, app, pg_temp as $$
  with steps as (select array['routine', 'expedited', 'same_day', 'emergency'] as list),
  review as (select made_at, urgency from triage_reviews where intake_id = the_intake order by made_at desc, id desc limit 1),
  said as (
    select urgency from review
    union all select urgency from triage_results where intake_id = the_intake and not exists (select from review)
    union all select g.urgency from triage_readings g where g.intake_id = the_intake and not exists (select from review r where r.made_at > g.made_at)
  )
  select urgency from said, steps order by array_position(list, urgency) desc limit 1
$$;
--> statement-breakpoint
-- Only a clinician reviews a result or reads it again, in their own name and after everything that was said before. Agreeing keeps what
-- stands; lowering says of every item asked again that it is gone or known; a reading never stands below what stood.
create function app.review_is_clinical() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
declare steps text[] := array['routine', 'expedited', 'same_day', 'emergency'];
declare stands text;
begin
  if acting is not null and acting <> 'ilium_system' and (acting <> 'ilium_provider' or new.made_by is distinct from app.actor_id()) then
    perform app.refuse('a clinician decides, in their own name', tg_table_name || '_by_clinician', '42501');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('triage ' || new.intake_id, 0));
  if exists (select from triage_reviews where intake_id = new.intake_id and made_at >= new.made_at)
    or exists (select from triage_readings where intake_id = new.intake_id and made_at >= new.made_at)
    or exists (select from triage_results where intake_id = new.intake_id and created_at > new.made_at) then
    perform app.refuse('reviews and readings follow each other in time', tg_table_name || '_in_order', 'IL005');
  end if;
  stands := app.standing_urgency(new.intake_id);
  if tg_table_name = 'triage_reviews' then
    if not exists (select from triage_results where id = new.result_id and intake_id = new.intake_id) then
      perform app.refuse('a review is of the result of this intake', 'triage_reviews_of_result', 'IL001');
    end if;
    if new.decision = 'agree' and new.urgency is distinct from stands then
      perform app.refuse('to agree is to keep what stands', 'triage_reviews_agree_with_standing', 'IL005');
    end if;
    if array_position(steps, new.urgency) < array_position(steps, stands) and (jsonb_array_length(new.asked) = 0
      or exists (select from jsonb_array_elements(new.asked) item where coalesce(item ->> 'now', '') not in ('gone', 'same'))) then
      perform app.refuse('lowering needs what was asked again', 'triage_reviews_lower_with_asked', 'IL005');
    end if;
  elsif array_position(steps, new.urgency) < array_position(steps, stands)
    or (new.rule_set_version, new.input_hash, new.si_pattern)
      is distinct from (new.result ->> 'rulesetVersion', new.result ->> 'inputHash', new.result #>> '{si,tier}')
    or (array_position(steps, new.urgency) < array_position(steps, new.result #>> '{urgency,tier}')
      and exists (select from triage_results where intake_id = new.intake_id)
      and not exists (select from triage_reviews where intake_id = new.intake_id)) then
    perform app.refuse('a reading says what its result says and lowers nothing', 'triage_readings_agree', 'IL005');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger triage_reviews_by_clinician before insert on triage_reviews for each row execute function app.review_is_clinical();
create trigger triage_readings_by_clinician before insert on triage_readings for each row execute function app.review_is_clinical();
--> statement-breakpoint
create function app.sign_off_is_recorded_by() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare who uuid := case tg_table_name when 'rule_set_runs' then (to_jsonb(new) ->> 'run_by')::uuid else (to_jsonb(new) ->> 'recorded_by')::uuid end;
begin
  if app.acting_as() is not null and app.acting_as() <> 'ilium_system' and (app.acting_as() <> 'ilium_admin' or who is distinct from app.actor_id()) then
    perform app.refuse('an admin records this, in their own name', tg_table_name || '_by_admin', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rule_set_sign_offs_by_admin before insert on rule_set_sign_offs for each row execute function app.sign_off_is_recorded_by();
create trigger rule_set_runs_by_admin before insert on rule_set_runs for each row execute function app.sign_off_is_recorded_by();
--> statement-breakpoint
-- The second question after a wrong tap is written once; it closes nothing and lowers nothing.
create or replace function app.urgent_item_stays() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
declare free text[] := array['owner_id', 'taken_at', 'closed_at', 'closed_by', 'outcome', 'reply', 'replied_at', 'mistake_said_at', 'corrected_at'];
begin
  if to_jsonb(new) - free <> to_jsonb(old) - free or (old.closed_at is not null and new is distinct from old)
    or (old.corrected_at is not null and new.corrected_at is distinct from old.corrected_at) then
    perform app.refuse('a call keeps its urgency and its reason, and a closed one stays closed', 'urgent_items_stay', 'IL001');
  end if;
  if acting is null then return new; end if;
  if new.owner_id is distinct from old.owner_id and (old.owner_id is not null or acting <> 'ilium_provider' or new.owner_id is distinct from app.actor_id())
    or (new.closed_at is not null and (acting <> 'ilium_provider' or new.closed_by is distinct from app.actor_id() or new.owner_id is distinct from app.actor_id()
      or length(trim(new.outcome)) < 3)) then
    perform app.refuse('a clinician takes and closes a call, in words', 'urgent_items_by_clinician', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
alter table urgent_items add constraint urgent_items_corrected_after_said check (corrected_at is null or mistake_said_at is not null) not valid;
--> statement-breakpoint
-- The same alarm again after it was taken back, or as an emergency, is a call of its own, with its own clock.
do $$
begin
  execute 'drop index urgent_items_once';
  execute 'create unique index urgent_items_once on urgent_items (source_id, code, coalesce(question_key, ''''), urgency) where closed_at is null and corrected_at is null';
end $$;
--> statement-breakpoint
-- An answer that lost against another device's is kept beside it: given by who is asking, while the intake is open.
create function app.unkept_answer_is_own() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if pg_trigger_depth() > 1 or app.acting_as() is null or app.acting_as() = 'ilium_system' then return new; end if;
  if new.answered_by is distinct from app.actor_id() or exists (select from intakes where id = new.intake_id and submitted_at is not null) then
    perform app.refuse('nobody writes in another name', 'intake_answer_history_writer_is_actor', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger intake_answer_history_writer_is_actor before insert on intake_answer_history for each row execute function app.unkept_answer_is_own();
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['intake_answer_history','intake_files','intake_paces','triage_reviews','triage_readings'] loop
    execute format('create constraint trigger %I after insert or update or delete on %I deferrable initially deferred for each row execute function app.change_is_recorded()', t || '_recorded', t);
  end loop;
end $$;
--> statement-breakpoint
-- Where people leave: how many were shown a question, answered it, or stopped there. Counts only. Who stopped is counted
-- once: at the first open question of the last page they saw. Times are those of people who answer by themselves.
create function app.intake_drop_off(the_version text, in_order text[], idle_before timestamptz)
returns table (question_key text, shown bigint, answered bigint, left_here bigint, median_seconds double precision)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with p as (
    select p.intake_id, p.question_key, p.shown_at, p.answered_at, array_position(in_order, p.question_key) as place,
      i.source, i.submitted_at, i.saved_at, max(p.shown_at) over (partition by p.intake_id) as last_shown
    from intake_paces p join intakes i on i.id = p.intake_id where i.instrument_version = the_version
  ), stopped as (
    select distinct on (p.intake_id) p.intake_id, p.question_key from p
    where p.submitted_at is null and p.shown_at = p.last_shown and greatest(p.saved_at, p.last_shown) < idle_before
    order by p.intake_id, p.answered_at is not null, case when p.answered_at is null then p.place else -p.place end
  )
  select p.question_key, count(*), count(p.answered_at), count(s.question_key),
    percentile_cont(0.5) within group (order by extract(epoch from p.answered_at - p.shown_at))
      filter (where p.answered_at > p.shown_at and p.source = 'patient')
  from p left join stopped s on s.intake_id = p.intake_id and s.question_key = p.question_key
  where app.actor_id() is not null group by p.question_key
$$;
--> statement-breakpoint
-- How long the whole takes: the time between one thing seen or answered and the next, without pauses of over ten minutes.
create function app.intake_pace(the_version text, idle_before timestamptz)
returns table (begun bigint, sent bigint, stopped bigint, timed bigint, median_minutes double precision, slow_minutes double precision)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with moments as (
    select intake_id, shown_at as at from intake_paces
    union select intake_id, answered_at from intake_paces where answered_at is not null
    union select id, submitted_at from intakes where submitted_at is not null
  ), gaps as (
    select intake_id, at, at - lag(at) over (partition by intake_id order by at) as gap from moments
  ), spent as (
    select i.id, i.source, i.submitted_at, greatest(i.saved_at, max(g.at)) as last_at,
      coalesce(extract(epoch from sum(g.gap) filter (where g.gap <= interval '10 minutes')), 0) / 60 as minutes
    from intakes i join gaps g on g.intake_id = i.id
    where i.instrument_version = the_version and exists (select from intake_paces p where p.intake_id = i.id)
    group by i.id
  )
  select count(*), count(s.submitted_at), count(*) filter (where s.submitted_at is null and s.last_at < idle_before),
    count(*) filter (where s.submitted_at is not null and s.source = 'patient'),
    percentile_cont(0.5) within group (order by s.minutes) filter (where s.submitted_at is not null and s.source = 'patient'),
    percentile_cont(0.9) within group (order by s.minutes) filter (where s.submitted_at is not null and s.source = 'patient')
  from spent s where app.actor_id() is not null
$$;
--> statement-breakpoint
revoke all on intake_answer_history, intake_files, intake_paces, triage_reviews, triage_readings, rule_set_sign_offs, rule_set_runs from public;
revoke all on function app.keep_replaced_answer(), app.unkept_answer_is_own(), app.intake_is_pinned(), app.paper_stays(), app.review_is_clinical(), app.standing_urgency(uuid), app.sign_off_is_recorded_by(),
  app.intake_drop_off(text, text[], timestamptz), app.intake_pace(text, timestamptz) from public;
grant execute on function app.intake_drop_off(text, text[], timestamptz), app.intake_pace(text, timestamptz) to ilium_admin;
grant select, insert on intake_answer_history, intake_files, intake_paces, triage_reviews, triage_readings, rule_set_sign_offs, rule_set_runs to ilium_system;
grant select on intake_answer_history, intake_files, intake_paces to ilium_patient;
grant insert on intake_files, intake_paces, intake_answer_history to ilium_patient;
grant update (removed_at) on intake_files to ilium_patient;
grant update (answered_at) on intake_paces to ilium_patient;
grant update (corrected_at) on urgent_items to ilium_patient;
grant select (id, intake_id, patient_id, urgency, made_at) on triage_reviews to ilium_patient;
grant select (id, intake_id, patient_id, urgency, made_at) on triage_readings to ilium_patient;
grant select on intake_answer_history, intake_files, triage_reviews, triage_readings, rule_set_sign_offs to ilium_provider;
grant insert on triage_reviews, triage_readings to ilium_provider;
grant select, insert on rule_set_sign_offs, rule_set_runs to ilium_admin;
-- The scheduler asks by phone: an open intake that was opened by phone, and what comes of it, no other.
grant select, insert on intakes, intake_answers to ilium_scheduler;
grant update on intakes, intake_answers to ilium_scheduler;
grant delete on intake_answers to ilium_scheduler;
grant select (intake_id, question_key, version, replaced_at) on intake_answer_history to ilium_scheduler;
grant select, insert on intake_paces to ilium_scheduler;
grant insert on intake_answer_history to ilium_scheduler;
grant update (answered_at) on intake_paces to ilium_scheduler;
grant select (id, intake_id, patient_id, urgency, created_at) on triage_results to ilium_scheduler;
grant insert on triage_results to ilium_scheduler;
grant select (id, intake_id, patient_id, urgency, made_at) on triage_reviews, triage_readings to ilium_scheduler;
grant select on urgent_items to ilium_scheduler;
grant insert on urgent_items to ilium_scheduler;
grant update (reply, replied_at, mistake_said_at, corrected_at) on urgent_items to ilium_scheduler;
--> statement-breakpoint
do $$
declare t text;
declare own_rows text := 'patient_id = (select nullif(current_setting(''app.actor'', true), '''')::uuid)';
declare someone text := '(select nullif(current_setting(''app.actor'', true), '''')) is not null';
declare asked_by_phone text := 'exists (select from intakes i where i.id = intake_id and i.source = ''phone'' and i.submitted_at is null)';
begin
  foreach t in array array['intake_answer_history','intake_files','intake_paces','triage_reviews','triage_readings','rule_set_sign_offs','rule_set_runs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I to ilium_system using (%s) with check (%s)', t || '_system', t, someone, someone);
  end loop;
  foreach t in array array['intake_answer_history','intake_files','intake_paces','triage_reviews','triage_readings'] loop
    execute format('create policy %I on %I to ilium_patient using (%s) with check (%s)', t || '_patient', t, own_rows, own_rows);
    execute format('create policy %I on %I to ilium_provider using (%s) with check (%s)', t || '_provider', t, someone, someone);
  end loop;
  execute format('create policy rule_set_sign_offs_staff on rule_set_sign_offs for select to ilium_provider using (%s)', someone);
  execute format('create policy rule_set_sign_offs_admin on rule_set_sign_offs to ilium_admin using (%s) with check (%s)', someone, someone);
  execute format('create policy rule_set_runs_admin on rule_set_runs to ilium_admin using (%s) with check (%s)', someone, someone);
  foreach t in array array['intakes','intake_answers','triage_results','urgent_items'] loop
    execute format('drop policy %I on %I', t || '_scheduler', t);
  end loop;
  execute format('create policy intakes_scheduler on intakes for select to ilium_scheduler using (source = ''phone'' and %s)', someone);
  execute format('create policy intakes_scheduler_opens on intakes for insert to ilium_scheduler with check (source = ''phone'' and %s)', someone);
  execute format('create policy intakes_scheduler_goes_on on intakes for update to ilium_scheduler using (source = ''phone'' and submitted_at is null and %s) with check (source = ''phone'')', someone);
  foreach t in array array['intake_answers','intake_paces','intake_answer_history'] loop
    execute format('create policy %I on %I to ilium_scheduler using (%s and %s) with check (%s and %s)', t || '_scheduler', t, someone, asked_by_phone, someone, asked_by_phone);
  end loop;
  foreach t in array array['triage_reviews','triage_readings'] loop
    execute format('create policy %I on %I for select to ilium_scheduler using (%s and exists (select from intakes i where i.id = intake_id and i.source = ''phone''))', t || '_scheduler', t, someone);
  end loop;
  execute format('create policy triage_results_scheduler on triage_results to ilium_scheduler using (%s and exists (select from intakes i where i.id = intake_id and i.source = ''phone'')) with check (%s and exists (select from intakes i where i.id = intake_id and i.source = ''phone''))', someone, someone);
  execute format('create policy urgent_items_scheduler on urgent_items to ilium_scheduler using (%s and exists (select from intakes i where i.id = source_id and i.source = ''phone'')) with check (%s and exists (select from intakes i where i.id = source_id and i.source = ''phone''))', someone, someone);
end $$;
--> statement-breakpoint
-- Asked by phone. Before each call name and birth date are said back and the person agrees; every agreement stays.
alter table phone_agreements add constraint phone_agreements_intakes_same_patient foreign key (intake_id, patient_id) references intakes (id, patient_id);
create trigger phone_agreements_never_change before update or delete on phone_agreements for each row execute function app.never_changes();
create constraint trigger phone_agreements_recorded after insert or update or delete on phone_agreements deferrable initially deferred
  for each row execute function app.change_is_recorded();
--> statement-breakpoint
-- The person has agreed, by phone, to be asked instead of going on in the portal. Nothing they wrote is shown to who asks: every answer
-- goes to the history and is asked again. Not while an emergency of theirs is open. Returns the draft; null when there is none of their own.
create function app.take_over_draft(the_patient uuid) returns uuid
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare draft uuid;
begin
  if app.actor_id() is null or app.acting_as() is distinct from 'ilium_scheduler' then
    perform app.refuse('a scheduler takes a draft over', 'intakes_taken_over_by_scheduler', '42501');
  end if;
  select id into draft from intakes where patient_id = the_patient and submitted_at is null and source = 'patient' for update;
  if draft is null then return null; end if;
  if exists (select from urgent_items where patient_id = the_patient and urgency = 'emergency' and closed_at is null) then
    perform app.refuse('an open emergency is a clinician''s', 'intakes_taken_over_calmly', 'IL001');
  end if;
  delete from intake_answers where intake_id = draft and question_key <> 'papers';
  update intakes set source = 'phone', opened_by = app.actor_id(), revision = revision + 1 where id = draft;
  return draft;
end $$;
--> statement-breakpoint
-- Whoever registers somebody by phone invites them, in the same transaction and never later: no account that is in use opens by it.
create function app.invite_registered(the_person uuid, the_hash text, as_of timestamptz, until_at timestamptz) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if app.actor_id() is null or app.acting_as() is distinct from 'ilium_scheduler' or not exists (
    select from people where id = the_person and role = 'patient' and email is not null and xmin = pg_current_xact_id()::xid) then
    perform app.refuse('only who was registered just now is invited', 'person_tokens_invited', '42501');
  end if;
  insert into person_tokens (token_hash, person_id, purpose, expires_at, created_at) values (the_hash, the_person, 'invite', until_at, as_of);
end $$;
--> statement-breakpoint
-- Whether the holder of a mailed invitation knows the birth date of whom it is for: a mistyped address opens nothing.
create function app.invited_was_born_on(the_hash text, the_day date, as_of timestamptz) returns boolean
language sql stable security definer set search_path = public, app, pg_temp as $$
  select app.actor_id() is not null and exists (select from person_tokens t join people p on p.id = t.person_id
    where t.token_hash = the_hash and t.purpose = 'invite' and t.used_at is null and t.expires_at > as_of and p.born_on = the_day)
$$;
--> statement-breakpoint
revoke all on phone_agreements from public;
revoke all on function app.take_over_draft(uuid), app.invite_registered(uuid, text, timestamptz, timestamptz), app.invited_was_born_on(text, date, timestamptz) from public;
grant execute on function app.take_over_draft(uuid), app.invite_registered(uuid, text, timestamptz, timestamptz) to ilium_scheduler;
grant execute on function app.invited_was_born_on(text, date, timestamptz) to ilium_visitor;
grant select, insert on phone_agreements to ilium_system, ilium_scheduler;
grant select on phone_agreements to ilium_patient, ilium_provider;
--> statement-breakpoint
alter table phone_agreements enable row level security;
alter table phone_agreements force row level security;
create policy phone_agreements_owner on phone_agreements to current_user using (true) with check (true);
create policy phone_agreements_system on phone_agreements to ilium_system
  using ((select nullif(current_setting('app.actor', true), '')) is not null) with check ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy phone_agreements_patient on phone_agreements for select to ilium_patient
  using (patient_id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy phone_agreements_provider on phone_agreements for select to ilium_provider
  using ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy phone_agreements_scheduler on phone_agreements for select to ilium_scheduler
  using ((select nullif(current_setting('app.actor', true), '')) is not null and exists (select from intakes i where i.id = intake_id and i.source = 'phone'));
create policy phone_agreements_scheduler_records on phone_agreements for insert to ilium_scheduler
  with check (recorded_by = (select nullif(current_setting('app.actor', true), '')::uuid)
    and exists (select from intakes i where i.id = intake_id and i.source = 'phone' and i.submitted_at is null));
