CREATE TABLE "authorisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"payer" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"decision_due_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"reference" text,
	"denial_reason" text,
	"valid_from" date,
	"valid_until" date,
	CONSTRAINT "authorisations_decided" CHECK (("authorisations"."decision" is null) = ("authorisations"."decided_at" is null)),
	CONSTRAINT "authorisations_denial_reason" CHECK ("authorisations"."decision" is distinct from 'denied' or "authorisations"."denial_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"side" text NOT NULL,
	"intent" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"payer" text,
	"member_id" text,
	"owner_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_why" text,
	CONSTRAINT "cases_one_per_order" UNIQUE("order_id"),
	CONSTRAINT "cases_side" UNIQUE("id","side"),
	CONSTRAINT "cases_closed_why" CHECK (("cases"."closed_at" is null) = ("cases"."closed_why" is null))
);
--> statement-breakpoint
CREATE TABLE "checklist_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"code" text NOT NULL,
	"resolver" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"proof" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "checklist_items_once" UNIQUE("case_id","code"),
	CONSTRAINT "checklist_items_proved" CHECK ("checklist_items"."state" = 'open' or ("checklist_items"."proof" is not null and "checklist_items"."changed_by" is not null and "checklist_items"."changed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"side" text NOT NULL,
	"map_side" text NOT NULL,
	"side_reason" text,
	"intent" text NOT NULL,
	"reason" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "orders_side" UNIQUE("id","side"),
	CONSTRAINT "orders_side_explained" CHECK ("orders"."side" = "orders"."map_side" or ("orders"."side_reason" is not null and length(trim("orders"."side_reason")) >= 3)),
	CONSTRAINT "orders_reason" CHECK (length(trim("orders"."reason")) >= 3)
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"c_arm_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"side" text NOT NULL,
	"state" text DEFAULT 'booked' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"driver_name" text,
	"needle_in_at" timestamp with time zone,
	"needle_out_at" timestamp with time zone,
	"pain_before" integer,
	"pain_after" integer,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_why" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "procedures_order" CHECK ("procedures"."starts_at" < "procedures"."ends_at"),
	CONSTRAINT "procedures_pain_range" CHECK ("procedures"."pain_before" between 0 and 10 and "procedures"."pain_after" between 0 and 10),
	CONSTRAINT "procedures_done_is_recorded" CHECK ("procedures"."state" <> 'done' or ("procedures"."needle_in_at" is not null and "procedures"."needle_out_at" is not null and "procedures"."needle_in_at" < "procedures"."needle_out_at" and "procedures"."pain_before" is not null and "procedures"."pain_after" is not null and "procedures"."recorded_by" is not null and "procedures"."recorded_at" is not null)),
	CONSTRAINT "procedures_cancelled_why" CHECK (("procedures"."state" = 'cancelled') = ("procedures"."cancelled_why" is not null))
);
--> statement-breakpoint
CREATE TABLE "intake_answers" (
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid NOT NULL,
	CONSTRAINT "intake_answers_pk" PRIMARY KEY("intake_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"instrument_version" text NOT NULL,
	"source" text DEFAULT 'patient' NOT NULL,
	"side" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "intakes_submitted_has_side" CHECK ("intakes"."submitted_at" is null or "intakes"."side" is not null)
);
--> statement-breakpoint
CREATE TABLE "triage_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intake_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"rule_set_version" text NOT NULL,
	"input_hash" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"urgency" text NOT NULL,
	"si_pattern" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "triage_results_once" UNIQUE("intake_id")
);
--> statement-breakpoint
CREATE TABLE "urgent_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"urgency" text NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid NOT NULL,
	"question_key" text,
	"code" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"owner_id" uuid,
	"taken_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"outcome" text,
	"reply" text,
	"replied_at" timestamp with time zone,
	"mistake_said_at" timestamp with time zone,
	CONSTRAINT "urgent_items_taken_by_someone" CHECK (("urgent_items"."owner_id" is null) = ("urgent_items"."taken_at" is null)),
	CONSTRAINT "urgent_items_reply_is_dated" CHECK (("urgent_items"."reply" is null) = ("urgent_items"."replied_at" is null)),
	CONSTRAINT "urgent_items_closed_with_outcome" CHECK ("urgent_items"."closed_at" is null or ("urgent_items"."closed_by" is not null and "urgent_items"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "diary_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"pain_now" integer NOT NULL,
	"did_activity" boolean,
	"pain_during_activity" integer,
	"numb_or_weak" text NOT NULL,
	"fever" text NOT NULL,
	"words" text,
	"source" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "diary_entries_once" UNIQUE("procedure_id","slot"),
	CONSTRAINT "diary_entries_pain" CHECK ("diary_entries"."pain_now" between 0 and 10 and ("diary_entries"."pain_during_activity" is null or "diary_entries"."pain_during_activity" between 0 and 10))
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"procedure_id" uuid,
	"scale" text NOT NULL,
	"anchor" text NOT NULL,
	"side" text NOT NULL,
	"value" numeric NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"written_by" uuid NOT NULL,
	CONSTRAINT "measures_range" CHECK ("measures"."value" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"baseline_id" uuid NOT NULL,
	"current_id" uuid NOT NULL,
	"next_step" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outcomes_one_per_visit" UNIQUE("visit_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempts_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"time_zone" text NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"name" text NOT NULL,
	"credentials_title" text,
	"born_on" date,
	"sex_at_birth" text,
	"phone" text,
	"home_state" text,
	"time_zone" text DEFAULT 'America/Chicago' NOT NULL,
	"disabled_at" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"demo_note" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_patient_is_dated" CHECK ("people"."role" <> 'patient' or "people"."born_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "person_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_licences" (
	"provider_id" uuid NOT NULL,
	"state" text NOT NULL,
	"valid_until" date,
	CONSTRAINT "provider_licences_pk" PRIMARY KEY("provider_id","state"),
	CONSTRAINT "provider_licences_state_code" CHECK ("provider_licences"."state" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"location_id" uuid,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "weekly_hours" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"weekday" integer NOT NULL,
	"opens" time NOT NULL,
	"closes" time NOT NULL,
	CONSTRAINT "weekly_hours_weekday" CHECK ("weekly_hours"."weekday" between 1 and 7),
	CONSTRAINT "weekly_hours_order" CHECK ("weekly_hours"."opens" < "weekly_hours"."closes")
);
--> statement-breakpoint
CREATE TABLE "audit_rows" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_role" text NOT NULL,
	"did" text NOT NULL,
	"patient_id" uuid,
	"thing" text,
	"thing_id" text,
	"fields" text[],
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"audit_id" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_once" UNIQUE("audit_id")
);
--> statement-breakpoint
CREATE TABLE "clinic_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"ahead_seconds" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "clinic_clock_single" CHECK ("clinic_clock"."id" = 1),
	CONSTRAINT "clinic_clock_forward" CHECK ("clinic_clock"."ahead_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "live_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"patient_id" uuid,
	"visit_id" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to_address" text NOT NULL,
	"person_id" uuid,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"calendar" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_beats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"resource_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"visit_id" uuid,
	"procedure_id" uuid,
	"hold_id" uuid,
	"released_at" timestamp with time zone,
	CONSTRAINT "allocations_for_one_thing" CHECK (num_nonnulls("allocations"."visit_id", "allocations"."procedure_id", "allocations"."hold_id") = 1),
	CONSTRAINT "allocations_span" CHECK (not isempty("allocations"."during") and lower_inc("allocations"."during") and not upper_inc("allocations"."during") and not upper_inf("allocations"."during") and upper("allocations"."during") - lower("allocations"."during") <= interval '12 hours')
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"held_by" uuid NOT NULL,
	"purpose" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "admissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"identity" uuid NOT NULL,
	"role" text NOT NULL,
	"admitted_by" uuid NOT NULL,
	"admitted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "arrivals" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"consent_version" text NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"address" text NOT NULL,
	"state" text NOT NULL,
	"call_back_phone" text NOT NULL,
	"emergency_contact" text NOT NULL,
	"who_is_there" text NOT NULL,
	"camera" text NOT NULL,
	"microphone" text NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	CONSTRAINT "arrivals_state_code" CHECK ("arrivals"."state" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"consented_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	CONSTRAINT "guests_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "licence_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"state" text NOT NULL,
	"kind" text DEFAULT 'other' NOT NULL,
	"reason" text NOT NULL,
	"overridden_at" timestamp with time zone NOT NULL,
	CONSTRAINT "licence_overrides_reason" CHECK (length(trim("licence_overrides"."reason")) >= 3)
);
--> statement-breakpoint
CREATE TABLE "media_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"identity" uuid NOT NULL,
	"minted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "media_tokens_short" CHECK ("media_tokens"."expires_at" <= "media_tokens"."minted_at" + interval '5 minutes')
);
--> statement-breakpoint
CREATE TABLE "note_addenda" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"note_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" uuid,
	CONSTRAINT "notes_one_per_visit" UNIQUE("visit_id"),
	CONSTRAINT "notes_signed_by_someone" CHECK (("notes"."signed_at" is null) = ("notes"."signed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"participant_sid" text PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"identity" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"source" text NOT NULL,
	"missed_checks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_fallbacks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visit_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"to_phone" boolean NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"patient_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"procedure_id" uuid,
	"state" text DEFAULT 'booked' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"room_epoch" integer DEFAULT 1 NOT NULL,
	"admitted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancelled_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "visits_order" CHECK ("visits"."starts_at" < "visits"."ends_at"),
	CONSTRAINT "visits_follow_up_has_procedure" CHECK (("visits"."kind" = 'follow_up') = ("visits"."procedure_id" is not null)),
	CONSTRAINT "visits_in_visit_was_admitted" CHECK ("visits"."state" not in ('in_visit', 'ended') or "visits"."admitted_at" is not null),
	CONSTRAINT "visits_ended_has_end" CHECK (("visits"."state" = 'ended') = ("visits"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "waiting_entries" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"away_since" timestamp with time zone,
	"last_seen_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"room" text,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authorisations" ADD CONSTRAINT "authorisations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorisations" ADD CONSTRAINT "authorisations_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_same_side_as_order" FOREIGN KEY ("order_id","side") REFERENCES "public"."orders"("id","side") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_room_id_resources_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_c_arm_id_resources_id_fk" FOREIGN KEY ("c_arm_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_same_side_as_case" FOREIGN KEY ("case_id","side") REFERENCES "public"."cases"("id","side") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_answers" ADD CONSTRAINT "intake_answers_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_answers" ADD CONSTRAINT "intake_answers_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_results" ADD CONSTRAINT "triage_results_intake_id_intakes_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_results" ADD CONSTRAINT "triage_results_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_items" ADD CONSTRAINT "urgent_items_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_items" ADD CONSTRAINT "urgent_items_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_items" ADD CONSTRAINT "urgent_items_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_baseline_id_measures_id_fk" FOREIGN KEY ("baseline_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_current_id_measures_id_fk" FOREIGN KEY ("current_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_tokens" ADD CONSTRAINT "person_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_licences" ADD CONSTRAINT "provider_licences_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admissions" ADD CONSTRAINT "admissions_admitted_by_people_id_fk" FOREIGN KEY ("admitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_overrides" ADD CONSTRAINT "licence_overrides_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_overrides" ADD CONSTRAINT "licence_overrides_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_overrides" ADD CONSTRAINT "licence_overrides_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_tokens" ADD CONSTRAINT "media_tokens_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_tokens" ADD CONSTRAINT "media_tokens_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_addenda" ADD CONSTRAINT "note_addenda_note_id_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_addenda" ADD CONSTRAINT "note_addenda_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_addenda" ADD CONSTRAINT "note_addenda_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_fallbacks" ADD CONSTRAINT "visit_fallbacks_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_fallbacks" ADD CONSTRAINT "visit_fallbacks_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_provider_id_people_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_patient_id_people_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "authorisations_one_open" ON "authorisations" USING btree ("case_id") WHERE "authorisations"."decision" is null;--> statement-breakpoint
CREATE INDEX "authorisations_by_case" ON "authorisations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_by_patient" ON "cases" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_one_live_per_visit" ON "orders" USING btree ("visit_id") WHERE "orders"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "orders_by_patient" ON "orders" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "procedures_one_live_per_case" ON "procedures" USING btree ("case_id") WHERE "procedures"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "procedures_by_patient" ON "procedures" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "procedures_by_start" ON "procedures" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "intakes_one_draft" ON "intakes" USING btree ("patient_id") WHERE "intakes"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "intakes_by_patient" ON "intakes" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "triage_results_by_patient" ON "triage_results" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "urgent_items_once" ON "urgent_items" USING btree ("source_id","code",coalesce("question_key", '')) WHERE "urgent_items"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "urgent_items_open" ON "urgent_items" USING btree ("due_at") WHERE "urgent_items"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "diary_entries_by_patient" ON "diary_entries" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "measures_by_patient" ON "measures" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "measures_by_procedure" ON "measures" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "outcomes_by_patient" ON "outcomes" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_once" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_by_role" ON "people" USING btree ("role");--> statement-breakpoint
CREATE INDEX "person_tokens_by_person" ON "person_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "weekly_hours_by_provider" ON "weekly_hours" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "audit_rows_by_patient" ON "audit_rows" USING btree ("patient_id","at");--> statement-breakpoint
CREATE INDEX "live_events_by_time" ON "live_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "allocations_by_visit" ON "allocations" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "allocations_by_procedure" ON "allocations" USING btree ("procedure_id");--> statement-breakpoint
CREATE INDEX "allocations_by_hold" ON "allocations" USING btree ("hold_id");--> statement-breakpoint
CREATE UNIQUE INDEX "admissions_one_live" ON "admissions" USING btree ("visit_id","identity") WHERE "admissions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "guests_by_visit" ON "guests" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "licence_overrides_by_visit" ON "licence_overrides" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "presences_by_visit" ON "presences" USING btree ("visit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visits_one_live_consult" ON "visits" USING btree ("patient_id") WHERE "visits"."kind" = 'consult' and "visits"."state" in ('booked', 'waiting', 'in_visit');--> statement-breakpoint
CREATE UNIQUE INDEX "visits_one_follow_up" ON "visits" USING btree ("procedure_id") WHERE "visits"."state" not in ('cancelled', 'no_show');--> statement-breakpoint
CREATE INDEX "visits_by_patient" ON "visits" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "visits_by_provider" ON "visits" USING btree ("provider_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_by_start" ON "visits" USING btree ("starts_at");--> statement-breakpoint
-- Guards: what must never happen, whatever program writes.
create extension if not exists btree_gist;
--> statement-breakpoint
create schema if not exists app;
--> statement-breakpoint
do $$
declare role_name text;
begin
  foreach role_name in array array['ilium_app','ilium_patient','ilium_provider','ilium_scheduler','ilium_admin','ilium_guest','ilium_system','ilium_visitor'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then execute format('create role %I nologin noinherit', role_name); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', role_name);
    execute format('grant usage on schema public, app to %I', role_name);
  end loop;
end $$;
--> statement-breakpoint
alter table visits add constraint visits_procedure_fk foreign key (procedure_id) references procedures (id);
alter table people add constraint people_role_known check (role in ('patient', 'provider', 'scheduler', 'admin'));
alter table visits add constraint visits_state_known check (state in ('booked', 'waiting', 'in_visit', 'ended', 'no_show', 'cancelled'));
alter table visits add constraint visits_kind_known check (kind in ('consult', 'follow_up'));
alter table orders add constraint orders_side_known check (side in ('left', 'right', 'both'));
alter table procedures add constraint procedures_state_known check (state in ('booked', 'done', 'cancelled'));
alter table resources add constraint resources_kind_known check (kind in ('provider', 'patient', 'room', 'c_arm'));
alter table measures add constraint measures_scale_known check (scale in ('nrs', 'peg'));
--> statement-breakpoint
-- A patient holds one time at most: one row for themselves and one for the provider.
create unique index holds_one_live on allocations (patient_id, (resource_id = patient_id)) where hold_id is not null and released_at is null;
-- Two live allocations of one resource never overlap.
alter table allocations add constraint allocations_one_at_a_time
  exclude using gist (resource_id with =, during with &&) where (released_at is null);
--> statement-breakpoint
-- Who is doing this. Empty outside a guarded transaction, so every policy fails closed.
create function app.actor_id() returns uuid language sql stable as
  $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
--> statement-breakpoint
-- Who acts: the role of the guarded transaction, also inside a function that runs with the owner's rights. Null for the owner.
create function app.acting_as() returns text language sql stable as
  $$ select nullif(nullif(current_setting('role', true), 'none'), '') $$;
--> statement-breakpoint
create function app.refuse(what text, the_constraint text, the_code text) returns void language plpgsql as $$
begin
  raise exception using message = what, errcode = the_code, constraint = the_constraint;
end $$;
--> statement-breakpoint
create function app.never_changes() returns trigger language plpgsql as $$
begin
  raise exception '% rows never change', tg_table_name using errcode = 'IL001', constraint = tg_table_name || '_never_change';
end $$;
--> statement-breakpoint
create trigger triage_results_never_change before update or delete on triage_results for each row execute function app.never_changes();
create trigger measures_never_change before update or delete on measures for each row execute function app.never_changes();
create trigger note_addenda_never_change before update or delete on note_addenda for each row execute function app.never_changes();
create trigger outcomes_never_change before update or delete on outcomes for each row execute function app.never_changes();
create trigger audit_rows_never_change before update or delete on audit_rows for each row execute function app.never_changes();
create trigger audit_seals_never_change before update or delete on audit_seals for each row execute function app.never_changes();
create trigger audit_rows_never_truncated before truncate on audit_rows for each statement execute function app.never_changes();
create trigger audit_seals_never_truncated before truncate on audit_seals for each statement execute function app.never_changes();
--> statement-breakpoint
create function app.submitted_intake_stays() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if tg_table_name = 'intakes' then
    if old.submitted_at is not null then
      raise exception 'a submitted intake never changes' using errcode = 'IL001', constraint = 'intakes_submitted_stays';
    end if;
    if tg_op = 'UPDATE' and new.submitted_at is not null and exists (
      select from intake_answers where intake_id = new.id and question_key = 'painSide' and value #>> '{}' is distinct from new.side) then
      raise exception 'the side of an intake is the side that was said' using errcode = 'IL007', constraint = 'intakes_side_as_said';
    end if;
  elsif exists (select from intakes where (id = new.intake_id or id = old.intake_id) and submitted_at is not null) then
    raise exception 'answers of a submitted intake never change' using errcode = 'IL001', constraint = 'intake_answers_submitted_stay';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger intakes_submitted_stays before update or delete on intakes for each row execute function app.submitted_intake_stays();
create trigger intake_answers_submitted_stay before insert or update or delete on intake_answers for each row execute function app.submitted_intake_stays();
--> statement-breakpoint
create function app.signed_note_stays() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null then
    raise exception 'a signed note never changes' using errcode = 'IL001', constraint = 'notes_signed_stays';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger notes_signed_stays before update or delete on notes for each row execute function app.signed_note_stays();
--> statement-breakpoint
create function app.visit_moves() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('booked', 'waiting'), ('booked', 'no_show'), ('booked', 'cancelled'),
    ('waiting', 'in_visit'), ('waiting', 'booked'), ('waiting', 'no_show'), ('waiting', 'cancelled'),
    ('in_visit', 'ended')
  ) then
    raise exception 'a visit does not move from % to %', old.state, new.state using errcode = 'IL002', constraint = 'visits_moves';
  end if;
  if new.patient_id <> old.patient_id or new.kind <> old.kind or new.procedure_id is distinct from old.procedure_id then
    raise exception 'a visit keeps its patient, kind and procedure' using errcode = 'IL002', constraint = 'visits_identity';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger visits_moves before update on visits for each row execute function app.visit_moves();
--> statement-breakpoint
-- A media token only for someone admitted now to a visit in progress, with a provider licensed where the patient is.
create function app.media_token_needs_admission() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v visits%rowtype;
begin
  select * into v from visits where id = new.visit_id for share;
  if v.state is distinct from 'in_visit' or v.patient_id <> new.patient_id
    or not exists (select from admissions a where a.visit_id = new.visit_id and a.identity = new.identity and a.ended_at is null and a.admitted_at <= new.minted_at) then
    raise exception 'not admitted now' using errcode = 'IL003', constraint = 'media_tokens_admitted_now';
  end if;
  if not exists (
    select from arrivals r join provider_licences l on l.provider_id = v.provider_id and l.state = r.state join people p on p.id = v.provider_id
    where r.visit_id = v.id and (l.valid_until is null or l.valid_until >= (new.minted_at at time zone p.time_zone)::date)
  ) and not exists (
    select from licence_overrides o join arrivals r on r.visit_id = o.visit_id and r.state = o.state
    where o.visit_id = v.id and o.provider_id = v.provider_id
  ) then
    raise exception 'provider is not licensed where the patient is' using errcode = 'IL003', constraint = 'media_tokens_licensed';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger media_tokens_need_admission before insert on media_tokens for each row execute function app.media_token_needs_admission();
create trigger media_tokens_never_change before update or delete on media_tokens for each row execute function app.never_changes();
--> statement-breakpoint
create function app.outcome_compares_like_with_like() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if not exists (
    select from measures b join measures c on b.scale = c.scale and b.anchor = c.anchor and b.side = c.side and b.patient_id = c.patient_id and b.taken_at < c.taken_at
    join procedures p on p.id = new.procedure_id and p.side = b.side and p.patient_id = new.patient_id
    where b.id = new.baseline_id and c.id = new.current_id and b.patient_id = new.patient_id
      and (b.procedure_id is null or b.procedure_id = p.id) and c.procedure_id = p.id and b.taken_at <= p.needle_in_at and c.taken_at > p.needle_out_at
  ) then
    raise exception 'relief needs two measures of one scale, anchor and side' using errcode = 'IL004', constraint = 'outcomes_like_with_like';
  end if;
  if not exists (select from visits where id = new.visit_id and procedure_id = new.procedure_id and patient_id = new.patient_id) then
    raise exception 'an outcome belongs to the follow-up of its procedure' using errcode = 'IL004', constraint = 'outcomes_of_its_procedure';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger outcomes_like_with_like before insert on outcomes for each row execute function app.outcome_compares_like_with_like();
--> statement-breakpoint
-- A live follow-up stands 12 to 21 days after a procedure that is booked or done, and moves with it (checked at commit).
create function app.follow_up_follows() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare wrong uuid; the_procedure uuid;
begin
  if tg_table_name = 'visits' then
    the_procedure := new.procedure_id;
  else
    the_procedure := new.id;
  end if;
  select v.id into wrong from visits v join procedures p on p.id = v.procedure_id
  where p.id = the_procedure and v.state in ('booked', 'waiting')
    and (p.state = 'cancelled' or v.starts_at < p.starts_at + interval '11 days 12 hours' or v.starts_at > p.starts_at + interval '21 days' or v.patient_id <> p.patient_id);
  if wrong is not null then
    raise exception 'a follow-up moves with its procedure' using errcode = 'IL005', constraint = 'visits_follow_procedure';
  end if;
  if exists (select from procedures p where p.id = the_procedure and p.state in ('booked', 'done') and not exists (
    select from visits v where v.procedure_id = p.id and (p.state = 'done' or v.state <> 'cancelled'))) then
    raise exception 'a procedure has its follow-up' using errcode = 'IL005', constraint = 'procedures_have_follow_up';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger visits_follow_procedure after insert or update on visits deferrable initially deferred
  for each row when (new.procedure_id is not null) execute function app.follow_up_follows();
create constraint trigger procedures_take_follow_up_along after insert or update on procedures deferrable initially deferred
  for each row execute function app.follow_up_follows();
--> statement-breakpoint
-- A booked visit holds its provider and its patient; a booked procedure also its room and its C-arm (checked at commit).
create function app.booking_is_allocated() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare wanted uuid[]; span tstzrange; found integer;
begin
  if tg_table_name = 'visits' then
    if not exists (select from visits v where v.id = new.id and v.state = 'booked') then return null; end if;
    select array[v.provider_id, v.patient_id], tstzrange(v.starts_at, v.ends_at) into wanted, span from visits v where v.id = new.id;
    select count(distinct resource_id) into found from allocations a
      where a.visit_id = new.id and a.released_at is null and a.resource_id = any(wanted) and a.during = span;
  else
    if not exists (select from procedures p where p.id = new.id and p.state = 'booked') then return null; end if;
    select array[p.provider_id, p.patient_id, p.room_id, p.c_arm_id], tstzrange(p.starts_at, p.ends_at) into wanted, span from procedures p where p.id = new.id;
    select count(distinct resource_id) into found from allocations a
      where a.procedure_id = new.id and a.released_at is null and a.resource_id = any(wanted) and a.during = span;
  end if;
  if found <> cardinality(wanted) then
    raise exception 'a booking holds everything it needs' using errcode = 'IL006', constraint = tg_table_name || '_allocated';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger visits_allocated after insert or update on visits deferrable initially deferred
  for each row execute function app.booking_is_allocated();
create constraint trigger procedures_allocated after insert or update on procedures deferrable initially deferred
  for each row execute function app.booking_is_allocated();
--> statement-breakpoint
-- Which of these resources are taken when: spans only, never by whom.
create function app.busy_spans(resource_ids uuid[], from_at timestamptz, until_at timestamptz, as_of timestamptz)
returns table (resource_id uuid, from_instant timestamptz, until_instant timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select a.resource_id, lower(a.during), upper(a.during)
  from allocations a left join holds h on h.id = a.hold_id
  where a.released_at is null and a.resource_id = any(resource_ids) and a.during && tstzrange(from_at, until_at)
    and (h.id is null or h.expires_at > as_of)
    and app.actor_id() is not null
    -- No patient learns when another one is busy.
    and (app.acting_as() is distinct from 'ilium_patient' or a.resource_id = app.actor_id()
      or not exists (select from resources r where r.id = a.resource_id and r.kind = 'patient'))
$$;
--> statement-breakpoint
create function app.release_expired_holds(as_of timestamptz) returns void
language sql security definer set search_path = public, app, pg_temp as $$
  update allocations a set released_at = as_of from holds h
  where h.id = a.hold_id and h.used_at is null and h.expires_at <= as_of and a.released_at is null
$$;
--> statement-breakpoint
-- How long the line before a waiting patient is: counts and times only, for the patient of that visit.
create function app.waiting_line(the_visit uuid, as_of timestamptz)
returns table (ahead integer, busy_since timestamptz, busy_planned_minutes integer, typical_minutes integer)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select
    (select count(*)::integer from visits o join waiting_entries w on w.visit_id = o.id
      where o.provider_id = v.provider_id and o.id <> v.id and o.state = 'waiting' and w.left_at is null and o.starts_at < v.starts_at),
    b.admitted_at,
    (extract(epoch from b.ends_at - b.starts_at) / 60)::integer,
    (select (avg(extract(epoch from e.ended_at - e.admitted_at)) / 60)::integer from visits e
      where e.provider_id = v.provider_id and e.state = 'ended' and e.ended_at between as_of - interval '12 hours' and as_of)
  from visits v
  left join lateral (select * from visits o where o.provider_id = v.provider_id and o.id <> v.id and o.state = 'in_visit' order by o.admitted_at desc limit 1) b on true
  where v.id = the_visit and v.patient_id = app.actor_id()
$$;
--> statement-breakpoint
create function app.clinic_now() returns timestamptz language sql volatile security definer set search_path = public, app, pg_temp as
  $$ select clock_timestamp() + make_interval(secs => coalesce((select ahead_seconds from clinic_clock), 0)) $$;
--> statement-breakpoint
-- Queues a job in the caller's transaction. run_at is clinic time.
create function app.enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if app.actor_id() is null then raise exception 'no actor' using errcode = '42501'; end if;
  if not coalesce(app.acting_as() in ('ilium_system'), true) then
    if not (task = 'send-mail' or (app.acting_as() in ('ilium_patient', 'ilium_provider', 'ilium_scheduler')
      and task in ('remind-visit', 'miss-visit', 'remind-diary', 'close-room', 'reconcile-presence', 'escalate-urgent'))) then
      raise exception 'not a job of this role' using errcode = '42501';
    end if;
    if split_part(coalesce(enqueue.job_key, task), ':', 1) not in (task, case task when 'send-mail' then 'mail' when 'close-room' then 'close' when 'reconcile-presence' then 'presence' else task end) then
      raise exception 'not the key of this job' using errcode = '42501';
    end if;
    -- A call that is being escalated is not put off by queueing it again.
    if task = 'escalate-urgent' and exists (select from graphile_worker.jobs j where j.key = enqueue.job_key) then return; end if;
  end if;
  perform graphile_worker.add_job(task, payload, job_key := enqueue.job_key, job_key_mode := 'replace',
    run_at := coalesce(enqueue.run_at, app.clinic_now()) - make_interval(secs => coalesce((select ahead_seconds from clinic_clock), 0)), max_attempts := 12);
end $$;
--> statement-breakpoint
create function app.dequeue(job_key text) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if app.actor_id() is null then raise exception 'no actor' using errcode = '42501'; end if;
  -- The escalation of a call ends only when a clinician has it.
  if not coalesce(app.acting_as() in ('ilium_system'), true) and dequeue.job_key !~ '^(remind-visit|miss-visit|remind-diary):'
    and not exists (select from urgent_items u where dequeue.job_key = 'escalate-urgent:' || u.id and u.owner_id is not null) then
    raise exception 'not a job of this role' using errcode = '42501';
  end if;
  perform graphile_worker.remove_job(dequeue.job_key);
end $$;
--> statement-breakpoint
-- Every person who takes up time is a resource with the same id.
create function app.person_is_resource() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if new.role in ('provider', 'patient') then
    insert into resources (id, kind, name) values (new.id, new.role, new.role) on conflict (id) do nothing;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger people_are_resources after insert on people for each row execute function app.person_is_resource();
--> statement-breakpoint
-- Who holds this session token, in one round trip: real time, not the clinic's clock. A disabled person or a changed role ends it.
create function app.find_session(the_hash text, touch boolean, staff_idle interval, patient_idle interval, absolute interval)
returns table (ahead_seconds bigint, live_after bigint, session_id uuid, person_id uuid, role text, name text, email text, time_zone text, home_state text,
  has_second_factor boolean, second_factor_given boolean, signed_in_at timestamptz)
language plpgsql volatile security definer set search_path = public, app, pg_temp as $$
declare real_now timestamptz := clock_timestamp();
begin
  return query
  select coalesce((select c.ahead_seconds from clinic_clock c), 0), (select q.last_value from live_events_id_seq q),
    s.id, p.id, p.role, p.name, p.email, p.time_zone, p.home_state, k.totp_confirmed_at is not null, s.second_factor_at is not null, s.created_at
  from (values (1)) one(row)
  left join sessions s on s.token_hash = the_hash and s.ended_at is null and s.created_at > real_now - absolute
    and s.last_seen_at > real_now - case when s.role = 'patient' then patient_idle else staff_idle end
    and exists (select from people q where q.id = s.person_id and q.role = s.role and q.disabled_at is null)
  left join people p on p.id = s.person_id
  left join credentials k on k.person_id = s.person_id;
  if touch then
    update sessions s set last_seen_at = real_now
    where s.token_hash = the_hash and s.ended_at is null and s.last_seen_at < real_now - interval '30 seconds'
      and s.created_at > real_now - absolute
      and s.last_seen_at > real_now - case when s.role = 'patient' then patient_idle else staff_idle end;
  end if;
end $$;
--> statement-breakpoint
-- Moves the clinic's clock forward and every pending job with it. Only where a clinic_clock row exists: the demo and tests make one.
create function app.advance_clock(seconds bigint) returns bigint
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare ahead bigint;
begin
  if app.actor_id() is null then raise exception 'no actor' using errcode = '42501'; end if;
  if seconds < 0 then raise exception 'the clock moves forward only' using errcode = '22023'; end if;
  update clinic_clock set ahead_seconds = ahead_seconds + seconds returning ahead_seconds into ahead;
  if ahead is null then raise exception 'this clinic keeps real time' using errcode = '42501'; end if;
  update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => seconds) where locked_at is null and run_at > clock_timestamp();
  return ahead;
end $$;
--> statement-breakpoint
-- Who has a second factor: a yes or no, never the secret.
create function app.people_with_second_factor() returns setof uuid
language sql stable security definer set search_path = public, app, pg_temp as
  $$ select person_id from credentials where totp_confirmed_at is not null and app.actor_id() is not null $$;
--> statement-breakpoint
-- How many migrations this database has seen, for the readiness check.
create function app.migrations_applied() returns bigint
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin return (select count(*) from drizzle.__drizzle_migrations); end $$;
--> statement-breakpoint
-- A part of a record belongs to the person of the whole: no row can hang on somebody else's visit, case or procedure.
do $$
declare whole text;
declare part text[];
begin
  foreach whole in array array['visits','intakes','orders','cases','procedures','holds','notes'] loop
    execute format('alter table %I add constraint %I unique (id, patient_id)', whole, whole || '_of_patient');
  end loop;
  foreach part slice 1 in array array[
    ['arrivals','visit_id','visits'], ['waiting_entries','visit_id','visits'], ['guests','visit_id','visits'], ['admissions','visit_id','visits'],
    ['licence_overrides','visit_id','visits'], ['media_tokens','visit_id','visits'], ['presences','visit_id','visits'], ['notes','visit_id','visits'],
    ['visit_fallbacks','visit_id','visits'], ['orders','visit_id','visits'], ['outcomes','visit_id','visits'], ['allocations','visit_id','visits'],
    ['note_addenda','note_id','notes'], ['intake_answers','intake_id','intakes'], ['triage_results','intake_id','intakes'],
    ['cases','order_id','orders'], ['checklist_items','case_id','cases'], ['authorisations','case_id','cases'], ['procedures','case_id','cases'],
    ['visits','procedure_id','procedures'], ['diary_entries','procedure_id','procedures'], ['measures','procedure_id','procedures'],
    ['outcomes','procedure_id','procedures'], ['allocations','procedure_id','procedures'], ['allocations','hold_id','holds']
  ] loop
    execute format('alter table %I add constraint %I foreign key (%I, patient_id) references %I (id, patient_id)',
      part[1], part[1] || '_' || part[3] || '_same_patient', part[2], part[3]);
  end loop;
end $$;
--> statement-breakpoint
-- A number that belongs to a procedure is of its side.
alter table procedures add constraint procedures_side unique (id, side);
alter table measures add constraint measures_same_side_as_procedure foreign key (procedure_id, side) references procedures (id, side);
-- What is searched and what is stored as the result cannot say two things.
alter table triage_results add constraint triage_results_agree check (
  result -> 'urgency' ->> 'tier' = urgency and result -> 'si' ->> 'tier' = si_pattern and result ->> 'rulesetVersion' = rule_set_version);
-- Names of things and of fields, never words somebody typed.
alter table audit_rows add constraint audit_rows_names_only check (
  did ~ '^[a-z_]+\.[a-z_-]+$' and thing ~ '^[a-z_]+$' and thing_id ~ '^[0-9A-Za-z_-]{1,64}$'
  and array_to_string(fields, ' ') ~ '^([A-Za-z][A-Za-z0-9_.]*( |$))*$');
alter table live_events add constraint live_events_topic_only check (topic ~ '^[a-z]{1,20}$');
--> statement-breakpoint
create trigger diary_entries_never_change before update or delete on diary_entries for each row execute function app.never_changes();
create trigger licence_overrides_never_change before update or delete on licence_overrides for each row execute function app.never_changes();
--> statement-breakpoint
-- Writers sign with their own name, and only a clinician of the visit writes into its chart.
create function app.writer_is_actor() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
declare me uuid := app.actor_id();
declare mine boolean := true;
begin
  if acting is null or acting = 'ilium_system' then return new; end if;
  case tg_table_name
    when 'intake_answers' then mine := new.answered_by = me;
    when 'measures' then mine := new.written_by = me and (acting <> 'ilium_patient' or new.source = 'patient');
    when 'diary_entries' then mine := new.written_by = me and (acting <> 'ilium_patient' or new.source = 'patient');
    when 'note_addenda' then mine := new.author_id = me and exists (select from notes where id = new.note_id and signed_at is not null);
    when 'notes' then mine := new.provider_id = me and (new.signed_by is null or new.signed_by = me)
      and exists (select from visits where id = new.visit_id and provider_id = me);
    when 'orders' then mine := new.provider_id = me
      and exists (select from visits where id = new.visit_id and provider_id = me and state in ('in_visit', 'ended'));
    when 'outcomes' then mine := new.decided_by = me and exists (select from visits where id = new.visit_id and provider_id = me);
    when 'licence_overrides' then mine := new.provider_id = me and exists (select from visits where id = new.visit_id and provider_id = me);
    when 'guests' then mine := new.invited_by = me and new.arrived_at is null and new.consented_at is null and new.refused_at is null
      and exists (select from visits where id = new.visit_id and provider_id = me);
    when 'media_tokens' then mine := new.identity = me;
    when 'visit_fallbacks' then mine := new.started_by = me;
    when 'holds' then mine := new.held_by = me;
    when 'procedures' then mine := new.state <> 'done' or new.recorded_by = me;
  end case;
  if mine is not true then perform app.refuse('nobody writes in another name', tg_table_name || '_writer_is_actor', '42501'); end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['intake_answers','measures','diary_entries','note_addenda','notes','orders','outcomes','licence_overrides','media_tokens','visit_fallbacks','holds','procedures'] loop
    execute format('create trigger %I before insert or update on %I for each row execute function app.writer_is_actor()', t || '_writer_is_actor', t);
  end loop;
end $$;
create trigger guests_writer_is_actor before insert on guests for each row execute function app.writer_is_actor();
--> statement-breakpoint
-- A person starts with a draft and with an open call: nothing is born submitted, closed or in progress.
create function app.starts_open() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare person boolean := app.acting_as() not in ('ilium_system');
declare open boolean := true;
begin
  case tg_table_name
    when 'visits' then
      if not exists (select from people where id = new.provider_id and role = 'provider') then
        perform app.refuse('a visit is with a provider', 'visits_with_provider', 'IL002');
      end if;
      open := new.state = 'booked' and new.admitted_at is null and new.room_epoch = 1 and (app.acting_as() <> 'ilium_patient' or new.kind = 'consult');
    when 'intakes' then open := new.submitted_at is null;
    when 'urgent_items' then open := new.owner_id is null and new.closed_at is null and new.reply is null and new.mistake_said_at is null;
    when 'checklist_items' then open := new.state = 'open';
    when 'procedures' then open := new.state = 'booked';
    when 'triage_results' then
      if not exists (select from intakes where id = new.intake_id and submitted_at is not null) then
        perform app.refuse('a result is of a submitted intake', 'triage_results_of_submitted', 'IL001');
      end if;
  end case;
  if person and not open then perform app.refuse('nothing starts in the middle', tg_table_name || '_start_open', 'IL002'); end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['visits','intakes','urgent_items','checklist_items','procedures','triage_results'] loop
    execute format('create trigger %I before insert on %I for each row execute function app.starts_open()', t || '_start_open', t);
  end loop;
end $$;
--> statement-breakpoint
-- Who may move a visit where. Only the clinician of the visit admits and ends; software never admits.
create function app.visit_is_moved_by() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
begin
  if new.room_epoch < old.room_epoch or (old.admitted_at is not null and new.admitted_at is distinct from old.admitted_at) then
    perform app.refuse('what has happened stays', 'visits_past_stays', 'IL002');
  end if;
  if new.provider_id <> old.provider_id and not exists (select from people where id = new.provider_id and role = 'provider') then
    perform app.refuse('a visit is with a provider', 'visits_with_provider', 'IL002');
  end if;
  if acting is null then return new; end if;
  if old.state in ('ended', 'no_show', 'cancelled') and new is distinct from old then
    perform app.refuse('a visit that is over does not change', 'visits_over_stay', 'IL002');
  end if;
  if old.state = 'in_visit' and (new.provider_id, new.starts_at, new.ends_at) is distinct from (old.provider_id, old.starts_at, old.ends_at) then
    perform app.refuse('a visit in progress keeps its provider and time', 'visits_past_stays', 'IL002');
  end if;
  if new.state <> old.state and not (case acting
    when 'ilium_patient' then (old.state, new.state) in (('booked', 'waiting'), ('waiting', 'booked'), ('booked', 'cancelled'))
    when 'ilium_provider' then new.state = 'cancelled' or (new.state in ('in_visit', 'ended') and old.provider_id = app.actor_id())
    when 'ilium_scheduler' then new.state = 'cancelled'
    when 'ilium_system' then new.state <> 'in_visit'
    else false end) then
    perform app.refuse('this role does not move a visit there', 'visits_moved_by', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger visits_moved_by before update on visits for each row execute function app.visit_is_moved_by();
--> statement-breakpoint
-- An admission is a clinician's act: for who is expected, into a visit in progress, once; ended is ended.
create function app.admission_is_an_act() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare v visits%rowtype;
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is not null or to_jsonb(new) - 'ended_at' <> to_jsonb(old) - 'ended_at' then
      perform app.refuse('an admission only ends, once', 'admissions_end_once', 'IL003');
    end if;
    return new;
  end if;
  select * into v from visits where id = new.visit_id;
  if new.admitted_by <> v.provider_id or (app.acting_as() not in ('ilium_system') and (new.admitted_by <> app.actor_id() or v.state <> 'in_visit'))
    or not (case new.role
      when 'patient' then new.identity = v.patient_id
      when 'provider' then new.identity = v.provider_id
      else exists (select from guests g where g.id = new.identity and g.visit_id = v.id and g.consented_at >= g.arrived_at
        and (g.refused_at is null or g.refused_at <= g.consented_at)) end) then
    perform app.refuse('the clinician of the visit admits who is expected', 'admissions_by_clinician', 'IL003');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger admissions_are_acts before insert or update on admissions for each row execute function app.admission_is_an_act();
--> statement-breakpoint
-- What was said and consented to at the door stays once the visit is over.
create function app.arrival_stays() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if app.acting_as() is not null and not exists (select from visits where id = old.visit_id and state in ('booked', 'waiting', 'in_visit')) then
    perform app.refuse('the visit is over', 'arrivals_stay', 'IL001');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger arrivals_stay before update on arrivals for each row execute function app.arrival_stays();
--> statement-breakpoint
-- A call that must be made keeps its urgency and its reason; a clinician takes it and closes it in words. Software does neither.
create function app.urgent_item_stays() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
declare free text[] := array['owner_id', 'taken_at', 'closed_at', 'closed_by', 'outcome', 'reply', 'replied_at', 'mistake_said_at'];
begin
  if to_jsonb(new) - free <> to_jsonb(old) - free or (old.closed_at is not null and new is distinct from old) then
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
create trigger urgent_items_stay before update on urgent_items for each row execute function app.urgent_item_stays();
create trigger urgent_items_never_go before delete on urgent_items for each row execute function app.never_changes();
--> statement-breakpoint
-- Lines that a clinician settles are not settled by anybody else; what the procedure room checks follows the recorded procedure.
create function app.checklist_is_settled_by() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare acting text := app.acting_as();
begin
  if acting is null or acting = 'ilium_system' then return new; end if;
  if (new.changed_by is distinct from app.actor_id()) or (acting = 'ilium_patient' and old.resolver <> 'patient')
    or (old.resolver = 'clinician' and acting <> 'ilium_provider' and not (new.state = 'done' and old.code in ('consent', 'side_confirmed')
      and exists (select from procedures p where p.case_id = old.case_id and p.state = 'done'))) then
    perform app.refuse('this line is settled by somebody else', 'checklist_items_settled_by', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger checklist_items_settled_by before update on checklist_items for each row execute function app.checklist_is_settled_by();
--> statement-breakpoint
-- The side an order compares itself with is the one on the body map that was sent last.
create function app.order_knows_the_map() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare marked text;
begin
  select side into marked from intakes where patient_id = new.patient_id and submitted_at is not null order by submitted_at desc limit 1;
  if marked is not null and new.map_side <> marked then
    perform app.refuse('the map says another side', 'orders_map_side', 'IL007');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger orders_map_side before insert on orders for each row execute function app.order_knows_the_map();
--> statement-breakpoint
create function app.order_stays() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'cancelled_at' <> to_jsonb(old) - 'cancelled_at' or old.cancelled_at is not null then
    perform app.refuse('an order is cancelled, never changed', 'orders_stay', 'IL007');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger orders_stay before update on orders for each row execute function app.order_stays();
--> statement-breakpoint
-- A procedure stands in a procedure room with a C-arm of its location; what was recorded as done or cancelled stays.
create function app.procedure_stands() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.state <> 'booked' and new is distinct from old then
    perform app.refuse('a recorded procedure never changes', 'procedures_recorded_stay', 'IL007');
  end if;
  if not exists (select from resources where id = new.room_id and kind = 'room' and location_id = new.location_id)
    or not exists (select from resources where id = new.c_arm_id and kind = 'c_arm' and location_id = new.location_id)
    or not exists (select from people where id = new.provider_id and role = 'provider') then
    perform app.refuse('a procedure needs a provider, a procedure room and a C-arm of one location', 'procedures_in_place', 'IL006');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger procedures_stand before insert or update on procedures for each row execute function app.procedure_stands();
--> statement-breakpoint
-- A live allocation is one of the parties of what it is for, at its time; a booking never loses one (checked at commit).
create function app.allocation_belongs() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare a allocations%rowtype;
declare wanted uuid[];
declare span tstzrange;
begin
  if tg_op <> 'DELETE' then
    select * into a from allocations where id = new.id and released_at is null;
    if found then
      if a.visit_id is not null then
        select array[v.provider_id, v.patient_id], tstzrange(v.starts_at, v.ends_at) into wanted, span from visits v where v.id = a.visit_id;
      elsif a.procedure_id is not null then
        select array[p.provider_id, p.patient_id, p.room_id, p.c_arm_id], tstzrange(p.starts_at, p.ends_at) into wanted, span from procedures p where p.id = a.procedure_id;
      else
        select array[h.provider_id, h.patient_id], tstzrange(h.starts_at, h.ends_at) into wanted, span from holds h where h.id = a.hold_id;
      end if;
      if a.during <> span or not a.resource_id = any(wanted) then
        perform app.refuse('an allocation is a party of its booking, at its time', 'allocations_belong', 'IL006');
      end if;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    if exists (select from visits v where v.id = old.visit_id and v.state in ('booked', 'waiting', 'in_visit') and 2 <> (
        select count(distinct b.resource_id) from allocations b where b.visit_id = v.id and b.released_at is null
          and b.resource_id in (v.provider_id, v.patient_id) and b.during = tstzrange(v.starts_at, v.ends_at)))
      or exists (select from procedures p where p.id = old.procedure_id and p.state = 'booked' and 4 <> (
        select count(distinct b.resource_id) from allocations b where b.procedure_id = p.id and b.released_at is null
          and b.resource_id in (p.provider_id, p.patient_id, p.room_id, p.c_arm_id) and b.during = tstzrange(p.starts_at, p.ends_at))) then
      perform app.refuse('a booking holds everything it needs', 'allocations_stay', 'IL006');
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger allocations_belong after insert or update or delete on allocations deferrable initially deferred
  for each row execute function app.allocation_belongs();
--> statement-breakpoint
-- A role is given by an admin, and nobody gives it to themselves.
create function app.role_is_given() returns trigger language plpgsql as $$
begin
  if new.role <> old.role and (app.acting_as() <> 'ilium_admin' or new.id = app.actor_id()) then
    perform app.refuse('a role is given by another admin', 'people_role_given', '42501');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger people_role_given before update on people for each row execute function app.role_is_given();
--> statement-breakpoint
-- No change of a person's record without an audit row of the same transaction (checked at commit). Jobs and the seed write as the
-- system: their verbs are tested one by one.
alter table audit_rows add column tx xid8 not null default pg_current_xact_id();
create index audit_rows_by_tx on audit_rows (tx, patient_id);
--> statement-breakpoint
create function app.audit_row_is_now() returns trigger language plpgsql as $$
begin
  new.tx := pg_current_xact_id();
  return new;
end $$;
--> statement-breakpoint
create trigger audit_rows_now before insert on audit_rows for each row execute function app.audit_row_is_now();
--> statement-breakpoint
create function app.change_is_recorded() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$
declare whose uuid;
begin
  if app.acting_as() is null or app.acting_as() = 'ilium_system' then return null; end if;
  if tg_table_name = 'people' then
    if new.role <> 'patient' then return null; end if;
    whose := new.id;
  elsif tg_op = 'DELETE' then
    whose := old.patient_id;
  else
    -- Holds that have expired are let go by whoever books next.
    if tg_table_name = 'allocations' and tg_op = 'UPDATE' and to_jsonb(new) ->> 'hold_id' is not null and to_jsonb(new) ->> 'released_at' is not null then return null; end if;
    whose := new.patient_id;
  end if;
  if not exists (select from audit_rows where tx = pg_current_xact_id() and patient_id = whose) then
    perform app.refuse('a change of a record is recorded', tg_table_name || '_recorded', 'IL008');
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['people','intakes','intake_answers','triage_results','urgent_items','visits','arrivals','waiting_entries','guests','admissions','licence_overrides',
    'media_tokens','presences','notes','note_addenda','visit_fallbacks','orders','cases','checklist_items','authorisations','procedures','holds','allocations','diary_entries','measures','outcomes'] loop
    execute format('create constraint trigger %I after insert or update %s on %I deferrable initially deferred for each row execute function app.change_is_recorded()',
      t || '_recorded', case when t = 'people' then '' else 'or delete' end, t);
  end loop;
end $$;
--> statement-breakpoint
-- Whom the secret of a guest's link stands for; without the secret there is nothing to see.
create function app.find_guest(the_hash text, as_of timestamptz)
returns table (id uuid, visit_id uuid, patient_id uuid, name text, kind text, refused_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select g.id, g.visit_id, g.patient_id, g.name, g.kind, g.refused_at from guests g
  where g.token_hash = the_hash and g.expires_at > as_of and app.actor_id() is not null
$$;
--> statement-breakpoint
-- Privileges. Everything not granted here is closed.
revoke all on all tables in schema public from public;
revoke all on all functions in schema app from public;
grant execute on function app.actor_id(), app.clinic_now() to ilium_app, ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system, ilium_visitor;
grant execute on function app.busy_spans(uuid[], timestamptz, timestamptz, timestamptz), app.release_expired_holds(timestamptz) to ilium_patient, ilium_provider, ilium_scheduler, ilium_system;
grant execute on function app.enqueue(text, json, text, timestamptz), app.dequeue(text) to ilium_patient, ilium_provider, ilium_scheduler, ilium_system, ilium_visitor;
grant execute on function app.acting_as(), app.refuse(text, text, text) to ilium_app, ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system, ilium_visitor;
grant execute on function app.find_guest(text, timestamptz) to ilium_visitor;
grant execute on function app.find_session(text, boolean, interval, interval, interval), app.migrations_applied() to ilium_app;
grant execute on function app.advance_clock(bigint) to ilium_system;
grant execute on function app.people_with_second_factor() to ilium_admin;
grant insert on audit_rows, live_events to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system, ilium_visitor;
grant insert on mails to ilium_patient, ilium_provider, ilium_scheduler, ilium_system, ilium_visitor;
grant usage on all sequences in schema public to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system, ilium_visitor;
grant select on locations, resources, provider_licences, weekly_hours to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system;
--> statement-breakpoint
-- visitor: sign-in, registration, sessions
grant insert on people, credentials to ilium_visitor;
grant select (id, role, email, email_verified_at, disabled_at) on people to ilium_visitor;
grant update (email_verified_at) on people to ilium_visitor;
grant select (person_id, password_hash, totp_confirmed_at) on credentials to ilium_visitor;
grant update (password_hash, changed_at) on credentials to ilium_visitor;
grant select, insert on person_tokens, sessions to ilium_visitor;
grant update (used_at) on person_tokens to ilium_visitor;
grant update (ended_at) on sessions to ilium_visitor;
grant select, insert, update, delete on attempts to ilium_visitor;
grant select (id) on mails to ilium_visitor, ilium_patient, ilium_provider, ilium_scheduler;
--> statement-breakpoint
-- system: jobs
grant select, insert, update on all tables in schema public to ilium_system;
grant delete on live_events, attempts, worker_beats, person_tokens to ilium_system;
revoke update on audit_rows, audit_seals, triage_results, measures, outcomes, note_addenda, media_tokens, diary_entries, licence_overrides from ilium_system;
--> statement-breakpoint
-- patient
grant select on people, intakes, intake_answers, visits, arrivals, waiting_entries, guests, admissions, notes, note_addenda, visit_fallbacks, orders, cases,
  checklist_items, procedures, holds, allocations, diary_entries, measures, urgent_items, presences, audit_rows, sessions to ilium_patient;
grant select (id, intake_id, patient_id, urgency, created_at) on triage_results to ilium_patient;
grant select (id, case_id, patient_id, sent_at, decision_due_at, decision, decided_at, valid_until) on authorisations to ilium_patient;
grant select (id, procedure_id, patient_id, next_step, decided_at) on outcomes to ilium_patient;
grant select (person_id, password_hash, totp_secret, totp_confirmed_at, totp_last_step) on credentials to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin;
grant update (totp_secret, totp_confirmed_at, totp_last_step, password_hash, changed_at) on credentials to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin;
grant insert on intakes, intake_answers, visits, arrivals, waiting_entries, holds, allocations, visit_fallbacks, diary_entries to ilium_patient;
grant update on intakes, intake_answers, arrivals, waiting_entries to ilium_patient;
grant update (state, cancelled_by, provider_id, starts_at, ends_at, room_epoch) on visits to ilium_patient;
grant update (expires_at, used_at) on holds to ilium_patient;
grant update (visit_id, hold_id, released_at) on allocations to ilium_patient;
grant insert on urgent_items to ilium_patient;
grant update (reply, replied_at, mistake_said_at) on urgent_items to ilium_patient;
grant delete on intake_answers to ilium_patient;
grant insert on triage_results, measures, media_tokens to ilium_patient;
grant select (id, visit_id, patient_id, identity, minted_at, expires_at) on media_tokens to ilium_patient, ilium_guest;
grant update (consented_at, refused_at) on guests to ilium_patient;
grant update (ended_at) on admissions to ilium_patient;
grant execute on function app.waiting_line(uuid, timestamptz) to ilium_patient;
grant update (confirmed_at, driver_name) on procedures to ilium_patient;
grant update (state, proof, changed_by, changed_at) on checklist_items to ilium_patient;
grant update (phone, time_zone, home_state, name) on people to ilium_patient;
grant update (ended_at) on sessions to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin;
grant insert, select on sessions to ilium_provider, ilium_scheduler, ilium_admin, ilium_patient;
--> statement-breakpoint
-- provider
grant select on people, intakes, intake_answers, triage_results, urgent_items, visits, arrivals, waiting_entries, guests, admissions, licence_overrides, media_tokens, presences,
  notes, note_addenda, visit_fallbacks, orders, cases, checklist_items, authorisations, procedures, holds, allocations, diary_entries, measures, outcomes to ilium_provider;
grant insert, update on admissions, notes to ilium_provider;
grant insert, update on authorisations to ilium_provider;
grant update (state, admitted_at, ended_at, room_epoch, cancelled_by) on visits to ilium_provider;
grant update (state, cancelled_at, cancelled_why) on procedures to ilium_provider;
grant update (released_at) on allocations to ilium_provider;
grant insert on guests, licence_overrides, visit_fallbacks, orders, cases, checklist_items, urgent_items to ilium_provider;
grant update on waiting_entries to ilium_provider;
grant update (cancelled_at) on orders to ilium_provider;
grant update (payer, member_id, owner_id, closed_at, closed_why) on cases to ilium_provider, ilium_scheduler;
grant update (state, proof, changed_by, changed_at) on checklist_items to ilium_provider, ilium_scheduler;
grant update (owner_id, taken_at, closed_at, closed_by, outcome) on urgent_items to ilium_provider;
grant insert on note_addenda, measures, outcomes, media_tokens, diary_entries to ilium_provider;
grant update (phone, time_zone) on people to ilium_provider;
--> statement-breakpoint
-- scheduler: what booking needs, no clinical words
grant select on people, visits, cases, checklist_items, authorisations, procedures, holds, allocations to ilium_scheduler;
grant select (id, visit_id, patient_id, provider_id, side, map_side, side_reason, intent, ordered_at, cancelled_at) on orders to ilium_scheduler;
grant select (id, procedure_id, patient_id, slot, due_at, written_at) on diary_entries to ilium_scheduler;
grant select (id, procedure_id, visit_id, patient_id, next_step, decided_at) on outcomes to ilium_scheduler;
grant select (id, visit_id, patient_id, signed_at) on notes to ilium_scheduler;
grant insert, update on authorisations, procedures, allocations to ilium_scheduler;
grant insert on visits to ilium_scheduler;
grant update (state, cancelled_by, provider_id, starts_at, ends_at) on visits to ilium_scheduler;
grant insert on people, measures to ilium_scheduler;
grant update (name, born_on, sex_at_birth, phone, home_state, time_zone) on people to ilium_scheduler;
--> statement-breakpoint
-- admin: people and set-up, no charts
grant select on people, audit_rows, audit_seals, sessions to ilium_admin;
grant insert, update on locations, resources, provider_licences, weekly_hours to ilium_admin;
grant insert on people to ilium_admin;
grant update (role, name, credentials_title, phone, time_zone, disabled_at) on people to ilium_admin;
grant delete on provider_licences, weekly_hours to ilium_admin;
--> statement-breakpoint
-- guest: one visit
grant select on guests to ilium_guest;
grant update (arrived_at) on guests to ilium_guest;
grant select (id, kind, patient_id, provider_id, state, starts_at, ends_at, room_epoch) on visits to ilium_guest;
grant select (id, visit_id, patient_id, identity, role, admitted_at, ended_at) on admissions to ilium_guest;
grant select (id, name, role, credentials_title) on people to ilium_guest;
grant insert on media_tokens to ilium_guest;
--> statement-breakpoint
-- Row-level security: closed for everyone, then opened per role.
do $$
declare t text;
declare own_rows text := 'patient_id = (select nullif(current_setting(''app.actor'', true), '''')::uuid)';
declare someone text := '(select nullif(current_setting(''app.actor'', true), '''')) is not null';
declare patient_tables text[] := array['intakes','intake_answers','triage_results','urgent_items','visits','arrivals','waiting_entries','guests','admissions','licence_overrides',
  'media_tokens','presences','notes','note_addenda','visit_fallbacks','orders','cases','checklist_items','authorisations','procedures','holds','allocations','diary_entries','measures','outcomes'];
begin
  foreach t in array patient_tables || array['people','credentials','person_tokens','sessions','audit_rows','audit_seals','mails'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    if t <> 'audit_rows' then
      execute format('create policy %I on %I to ilium_system using (%s) with check (%s)', t || '_system', t, someone, someone);
    end if;
  end loop;
  foreach t in array patient_tables loop
    if t not in ('notes', 'admissions', 'checklist_items') then
      execute format('create policy %I on %I to ilium_patient using (%s) with check (%s)', t || '_patient', t, own_rows, own_rows);
    end if;
    execute format('create policy %I on %I to ilium_provider using (%s) with check (%s)', t || '_provider', t, someone, someone);
    execute format('create policy %I on %I to ilium_scheduler using (%s) with check (%s)', t || '_scheduler', t, someone, someone);
  end loop;
  execute format('create policy notes_patient on notes for select to ilium_patient using (%s and signed_at is not null)', own_rows);
  execute format('create policy admissions_patient on admissions for select to ilium_patient using (%s)', own_rows);
  execute format('create policy admissions_patient_ends_guest on admissions for update to ilium_patient using (%s and role = ''guest'')', own_rows);
  execute format('create policy checklist_items_patient on checklist_items for select to ilium_patient using (%s)', own_rows);
  execute format('create policy checklist_items_patient_own on checklist_items for update to ilium_patient using (%s and resolver = ''patient'')', own_rows);
  foreach t in array array['credentials','person_tokens','sessions'] loop
    execute format('create policy %I on %I to ilium_visitor using (%s) with check (%s)', t || '_visitor', t, someone, someone);
  end loop;
  execute format('create policy people_visitor on people for select to ilium_visitor using (%s)', someone);
  execute format('create policy people_visitor_verifies on people for update to ilium_visitor using (%s)', someone);
  execute format('create policy people_visitor_registers on people for insert to ilium_visitor with check (role = ''patient'' and email_verified_at is null and not demo and %s)', someone);
  execute format('create policy people_admin on people to ilium_admin using (%s) with check (%s)', someone, someone);
  execute format('create policy sessions_admin on sessions for select to ilium_admin using (%s)', someone);
  execute format('create policy sessions_admin_ends on sessions for update to ilium_admin using (%s)', someone);
end $$;
--> statement-breakpoint
create policy people_patient on people to ilium_patient
  using (id = (select nullif(current_setting('app.actor', true), '')::uuid) or (role = 'provider' and (select nullif(current_setting('app.actor', true), '')) is not null))
  with check (id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy people_staff on people for select to ilium_provider, ilium_scheduler
  using ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy people_staff_own on people for update to ilium_provider, ilium_scheduler
  using (id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy people_scheduler on people for update to ilium_scheduler
  using (role = 'patient' and (select nullif(current_setting('app.actor', true), '')) is not null);
create policy people_scheduler_registers on people for insert to ilium_scheduler
  with check (role = 'patient' and email_verified_at is null and not demo and (select nullif(current_setting('app.actor', true), '')) is not null);
create policy credentials_own on credentials to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin
  using (person_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (person_id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy sessions_own on sessions to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin
  using (person_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (person_id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy audit_rows_write on audit_rows for insert to ilium_patient, ilium_provider, ilium_scheduler, ilium_admin, ilium_guest, ilium_system, ilium_visitor
  with check (actor_id = (select nullif(current_setting('app.actor', true), '')::uuid) and 'ilium_' || actor_role = current_user);
create policy audit_rows_system on audit_rows for select to ilium_system using ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy audit_rows_own on audit_rows for select to ilium_patient using (patient_id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy audit_rows_admin on audit_rows for select to ilium_admin using ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy audit_seals_admin on audit_seals for select to ilium_admin using ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy mails_write on mails for insert to ilium_patient, ilium_provider, ilium_scheduler, ilium_visitor
  with check ((select nullif(current_setting('app.actor', true), '')) is not null);
create policy guests_guest on guests to ilium_guest
  using (id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (id = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy visits_guest on visits for select to ilium_guest
  using (id = (select visit_id from guests where guests.id = (select nullif(current_setting('app.actor', true), '')::uuid)));
create policy admissions_guest on admissions for select to ilium_guest using (identity = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy media_tokens_guest on media_tokens to ilium_guest
  using (identity = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (identity = (select nullif(current_setting('app.actor', true), '')::uuid));
create policy people_guest on people for select to ilium_guest
  using (id in (select v.patient_id from visits v union select v.provider_id from visits v));
