// How fast the real JavaScript client reads an event stream.
// Usage: node events.mjs BASE_URL ROUNDS. Each round subscribes and reads to the end of the stream; prints one JSON
// object per round: how many events, and nanoseconds from the first to the last.

import { createOpencodeClient } from "@opencode-ai/sdk"

const [baseUrl, rounds] = process.argv.slice(2)
const client = createOpencodeClient({ baseUrl })
for (let round = 0; round < Number(rounds); round++) {
  const subscription = await client.event.subscribe({ sseMaxRetryAttempts: 1 })
  let events = 0
  let first
  let last
  for await (const event of subscription.stream) {
    first ??= process.hrtime.bigint()
    if (event.type) events++
  }
  last = process.hrtime.bigint()
  console.log(JSON.stringify({ events, nanoseconds: Number(last - first) }))
}
