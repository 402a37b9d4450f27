-- wrk: asks the addresses of the file TARGETS in turn (each thread from another place on) and
-- prints one JSON object. A line `POST <text>` posts the text to /api/v1/citations.
local requests = {}

local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(os.getenv("TARGETS")) do
    local text = line:match("^POST (.*)")
    if text then
      table.insert(requests, wrk.format("POST", "/api/v1/citations", {["Content-Type"] = "text/plain"}, text))
    else
      table.insert(requests, wrk.format("GET", line))
    end
  end
  at = number * 7919
end

function request()
  at = at + 1
  return requests[at % #requests + 1]
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.3f, "p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, "status_errors": %d, "socket_errors": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
