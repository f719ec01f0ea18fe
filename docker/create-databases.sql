-- One database and one role per service: the role owns its database, may nothing else on this server and cannot even connect
-- to another service's database. Runs once, when the volume is empty. Everything here is reachable from the containers only; give the
-- roles passwords of your own wherever that is not so.
revoke connect on database postgres from public;

create role throughline_pain_plan login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_pain_plan';
create database throughline_pain_plan owner throughline_pain_plan;
revoke all on database throughline_pain_plan from public;

create role throughline_referral login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_referral';
create database throughline_referral owner throughline_referral;
revoke all on database throughline_referral from public;

create role throughline_scheduling login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_scheduling';
create database throughline_scheduling owner throughline_scheduling;
revoke all on database throughline_scheduling from public;

create role throughline_therapy login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_therapy';
create database throughline_therapy owner throughline_therapy;
revoke all on database throughline_therapy from public;

create role throughline_behavioral_health login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_behavioral_health';
create database throughline_behavioral_health owner throughline_behavioral_health;
revoke all on database throughline_behavioral_health from public;

create role throughline_notification login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password 'throughline_notification';
create database throughline_notification owner throughline_notification;
revoke all on database throughline_notification from public;
