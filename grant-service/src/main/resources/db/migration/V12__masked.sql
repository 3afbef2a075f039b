-- How much agents have masked lately, in steps of five minutes since 1970: what a request would show.
create table masked_count (
  service text not null,
  environment text not null,
  step bigint not null,
  sink text not null,
  pii_type text not null,
  total bigint not null,
  primary key (service, environment, step, sink, pii_type)
);
create index masked_count_step on masked_count (step);
