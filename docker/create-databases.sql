-- One database per service; no service reads another's. Runs once, when the volume is empty.
create database throughline_pain_plan;
create database throughline_referral;
create database throughline_scheduling;
create database throughline_therapy;
create database throughline_behavioral_health;
create database throughline_notification;
