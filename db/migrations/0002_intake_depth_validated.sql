alter table intakes validate constraint intakes_opened_by_people_id_fk;
--> statement-breakpoint
alter table intakes validate constraint intakes_by_phone_are_signed_for;
--> statement-breakpoint
alter table people validate constraint people_staff_have_email;
--> statement-breakpoint
alter table urgent_items validate constraint urgent_items_corrected_after_said;
