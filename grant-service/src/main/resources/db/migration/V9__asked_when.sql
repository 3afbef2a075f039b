-- So that the newest of what somebody is asked is read, and not all of it sorted. An instance of before leaves it out; the
-- next one fills it in.
alter table request_asked add column asked_at bigint;
update request_asked set asked_at = (select asked_at from access_request where id = request_id);
create index request_asked_newest on request_asked (person, asked_at, request_id);
create index request_asked_untold on request_asked (request_id) where asked_at is null;
create index access_request_own on access_request (requester, asked_at, id);
