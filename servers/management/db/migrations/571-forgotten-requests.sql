-- Codes and known places are forgotten by their age.
create index member_request_codes_by_expiry on member_request_codes (expires_at);
create index known_places_by_use on known_places (last_used_at);
