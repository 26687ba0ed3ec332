-- Which of our numbers a phone last wrote to: replies come from it.
alter table text_dialogues add column number text;

-- STOP held for everything that we text.
insert into text_opt_outs (phone, sender, channel, stopped_at, told_by)
select phone, '*', channel, stopped_at, 'before'
from text_dialogues cross join (values ('text'), ('kakao')) channels (channel)
where stopped_at is not null;
