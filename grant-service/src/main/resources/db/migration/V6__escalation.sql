-- When more people are asked, where nobody answers; null where nobody else is.
alter table access_request add column escalate_at bigint;
create index access_request_escalates on access_request (escalate_at) where state = 'PENDING' and escalate_at is not null;
