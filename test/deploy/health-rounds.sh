# Asks every container that has a health check, over and over.
while :; do
  for id in $(podman ps --quiet --filter health=starting --filter health=healthy --filter health=unhealthy); do
    podman healthcheck run "$id" || true
  done
  sleep 1
done
