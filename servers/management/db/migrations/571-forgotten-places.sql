-- Known places are forgotten by their age.
create index known_places_by_use on known_places (last_used_at);
