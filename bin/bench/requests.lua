-- wrk -s requests.lua URL -- FILE RUN once|again: sends the requests in FILE, one a line: bearer token, path, body, parted
-- by tabs. Each gets an idempotency key of its own, and one without a token an address. `once` sends each line once and then stops.
local nextThread = 0
function setup(thread)
  thread:set("thread", nextThread)
  nextThread = nextThread + 1
end

function init(args)
  lines = {}
  count = 0
  run = args[2]
  once = args[3] == "once"
  for line in io.lines(args[1]) do
    local token, path, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    lines[#lines + 1] = { token, path, body }
  end
end

function request()
  count = count + 1
  local line = lines[(count - 1) % #lines + 1]
  local headers = { ["content-type"] = "application/json", ["idempotency-key"] = run .. "-" .. thread .. "-" .. count }
  if line[1] ~= "" then
    headers["authorization"] = "Bearer " .. line[1]
  else
    headers["x-forwarded-for"] = "10.200." .. math.floor(count / 250) % 250 .. "." .. count % 250
  end
  if once and count >= #lines then wrk.thread:stop() end
  return wrk.format("POST", line[2], headers, line[3])
end
