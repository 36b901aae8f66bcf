// The real JavaScript client against a server, without knowing whose it is.
// Usage: node sdk.mjs BASE_URL DIRECTORY. Prints one line per step; the first broken expectation ends it.
//
// The server's default model must be a scripted one which follows `[say TEXT]`, `[long N]`, `[slow]`,
// `[reasoning]` and `[error CODE]`. Whatever is asserted here holds for OpenCode 1.2.6 too.

import assert from "node:assert/strict"
import { createOpencodeClient } from "@opencode-ai/sdk"
import { createOpencodeClient as createSecondClient } from "@opencode-ai/sdk/v2"

const [baseUrl, directory] = process.argv.slice(2)
const client = createOpencodeClient({ baseUrl, directory })
const limit = 20_000

// ---------------------------------------------------------------- events
const events = []
const closing = new AbortController()
let wake = () => {}
let streamEnded = false
const subscription = await client.event.subscribe({ signal: closing.signal })
const reading = (async () => {
  for await (const event of subscription.stream) {
    events.push(event)
    wake()
  }
})().finally(() => {
  streamEnded = true
  wake()
})

/** Waits until `look` returns something, looking again at each event and ten times a second. */
async function until(what, look) {
  const started = Date.now()
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() - started > limit) {
      const last = events.slice(-8).map((event) => JSON.stringify(event).slice(0, 200))
      assert.fail(`waited ${limit} ms for ${what}; the last events were\n${last.join("\n")}`)
    }
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, 100)
      wake = () => (clearTimeout(timer), resolve())
    })
  }
}

const of = (type, sessionID, from = 0) =>
  events.slice(from).filter((event) => event.type === type && (event.properties.sessionID ?? event.properties.info?.id) === sessionID)

/** The session ran and came to rest since `from`. */
const atRest = (sessionID, from) => until("session.idle", () => of("session.idle", sessionID, from).length > 0)

/** The answer's value; an error answer is a failure here. */
function ok(answer) {
  assert.equal(answer.error, undefined, `an error came back: ${JSON.stringify(answer.error)}`)
  return answer.data
}

/** Prompts, waits for the answer and for the session's rest: the last events come after the answer. */
async function prompted(path, body) {
  const from = events.length
  const answer = ok(await client.session.prompt({ path, body }))
  await atRest(path.id, from)
  return answer
}

const step = (text) => console.log(`ok  ${text}`)
const text = (words) => ({ type: "text", text: words })
const textOf = (parts) => parts.filter((part) => part.type === "text" && !part.synthetic).map((part) => part.text).join("")

await until("server.connected", () => events[0])
assert.equal(events[0].type, "server.connected")
step("event.subscribe begins with server.connected")

// ---------------------------------------------------------------- what the server knows about itself
assert.equal(ok(await client.path.get()).directory, directory)
const project = ok(await client.project.current())
assert.ok(ok(await client.project.list()).some((each) => each.id === project.id))
const config = ok(await client.config.get())
assert.equal(typeof config.model, "string")
const { providers } = ok(await client.config.providers())
const [providerID, modelID] = config.model.split("/")
assert.ok(providers.find((each) => each.id === providerID).models[modelID])
assert.ok(ok(await client.provider.list()).connected.includes(providerID))
const agents = ok(await client.app.agents()).map((agent) => agent.name)
for (const name of ["build", "plan", "general"]) assert.ok(agents.includes(name), `no agent ${name} in ${agents}`)
assert.equal(ok(await client.app.log({ body: { service: "sdk", level: "info", message: "hello" } })), true)
step("path, project, config, providers, agents, log")

// ---------------------------------------------------------------- sessions
const session = ok(await client.session.create())
assert.match(session.id, /^ses_[0-9a-f]{12}[0-9A-Za-z]{14}$/)
assert.match(session.title, /^New session - \d{4}-\d\d-\d\dT/)
await until("session.created", () => of("session.created", session.id)[0])
const child = ok(await client.session.create({ body: { parentID: session.id, title: "A child" } }))
assert.deepEqual(ok(await client.session.children({ path: { id: session.id } })).map((each) => each.id), [child.id])
assert.deepEqual(ok(await client.session.get({ path: { id: child.id } })), child)
assert.equal(ok(await client.session.update({ path: { id: child.id }, body: { title: "Renamed" } })).title, "Renamed")
await until("session.updated", () => of("session.updated", child.id).some((event) => event.properties.info.title === "Renamed"))
const listed = ok(await client.session.list()).map((each) => each.id)
assert.ok(listed.includes(session.id) && listed.includes(child.id))
const unknown = await client.session.get({ path: { id: "ses_000000000000AAAAAAAAAAAAAA" } })
assert.equal(unknown.response.status, 404)
assert.equal(unknown.error.name, "NotFoundError")
step("sessions are created, listed, read, renamed; an unknown one is a 404 NotFoundError")

// ---------------------------------------------------------------- a prompt that is waited for
const path = { id: session.id }
const answer = await prompted(path, { parts: [text("[say Hello from the script.]")] })
assert.equal(answer.info.role, "assistant")
assert.equal(answer.info.finish, "stop")
assert.equal(answer.info.providerID, providerID)
assert.equal(answer.info.sessionID, session.id)
assert.ok(answer.info.time.completed >= answer.info.time.created)
assert.ok(answer.info.tokens.input > 0 && answer.info.tokens.output > 0)
assert.deepEqual(answer.parts.map((part) => part.type), ["step-start", "text", "step-finish"])
assert.equal(textOf(answer.parts), "Hello from the script.")
await until("a title", () => of("session.updated", session.id).some((event) => !event.properties.info.title.startsWith("New session")))
step("session.prompt answers with the assistant's message; the session gets a title")

// ---------------------------------------------------------------- a prompt that streams
let from = events.length
ok(await client.session.promptAsync({ path, body: { parts: [text("[long 60]")] } }))
await atRest(session.id, from)
const deltas = of("message.part.delta", session.id, from).filter((event) => event.properties.field === "text")
assert.ok(deltas.length > 1, `${deltas.length} deltas`)
const streamed = deltas.map((event) => event.properties.delta).join("")
const history = ok(await client.session.messages({ path }))
assert.deepEqual(history.map(({ info }) => info.role), ["user", "assistant", "user", "assistant"])
const last = history.at(-1)
// Stored text is trimmed at its end, deltas are not.
assert.equal(textOf(last.parts), streamed.trimEnd())
assert.equal(last.info.parentID, history.at(-2).info.id)
assert.deepEqual(ok(await client.session.message({ path: { id: session.id, messageID: last.info.id } })), last)
assert.equal(ok(await client.session.messages({ path, query: { limit: 2 } })).length, 2)
const order = events.slice(from).map((event) => event.type)
assert.ok(order.indexOf("message.updated") < order.indexOf("message.part.delta"))
assert.ok(order.indexOf("message.part.delta") < order.lastIndexOf("session.idle"))
step(`session.prompt_async streams: ${deltas.length} deltas are the stored text`)

// ---------------------------------------------------------------- reasoning, a file, a model error
const thought = await prompted(path, { parts: [text("[reasoning] think first")] })
assert.deepEqual(thought.parts.map((part) => part.type), ["step-start", "reasoning", "text", "step-finish"])
const image = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
const seen = await prompted(path, {
  parts: [text("[say seen]"), { type: "file", mime: "image/png", filename: "dot.png", url: image }],
})
assert.equal(textOf(seen.parts), "seen")
from = events.length
const refused = await prompted(path, { parts: [text("[error 400]")] })
assert.equal(refused.info.error.name, "APIError")
assert.equal(refused.info.error.data.statusCode, 400)
assert.equal(of("session.error", session.id, from)[0].properties.error.name, "APIError")
step("reasoning, a file and a model error come back as parts, as a part, as an APIError")

// ---------------------------------------------------------------- stored without an answer; queued while busy
const noted = ok(await client.session.prompt({ path, body: { noReply: true, parts: [text("only a note")] } }))
assert.equal(noted.info.role, "user")
from = events.length
const both = await Promise.all([
  client.session.prompt({ path, body: { parts: [text("[long 30] first")] } }),
  client.session.prompt({ path, body: { parts: [text("[say second]")] } }),
])
for (const each of both) assert.equal(ok(each).info.role, "assistant")
await atRest(session.id, from)
assert.deepEqual(ok(await client.session.status()), {})
step("noReply stores only; a prompt to a busy session is queued")

// ---------------------------------------------------------------- abort
from = events.length
ok(await client.session.promptAsync({ path, body: { parts: [text("[slow]")] } }))
await until("the first delta", () => of("message.part.delta", session.id, from)[0])
assert.equal(ok(await client.session.status())[session.id].type, "busy")
const stopped = Date.now()
assert.equal(ok(await client.session.abort({ path })), true)
const aborted = await until("the aborted message", async () => {
  const { info } = ok(await client.session.messages({ path })).at(-1)
  return info.time.completed && info
})
assert.equal(aborted.error.name, "MessageAbortedError")
assert.ok(Date.now() - stopped < 3_000, "the abort took more than 3 s")
await atRest(session.id, from)
const after = await prompted(path, { parts: [text("[say still here]")] })
assert.equal(textOf(after.parts), "still here")
step("session.abort ends the run as MessageAbortedError; the next prompt works")

// ---------------------------------------------------------------- the second interface of the same package
const second = createSecondClient({ baseUrl, directory })
assert.equal(ok(await second.global.health()).healthy, true)
assert.equal(ok(await second.session.get({ sessionID: session.id })).id, session.id)
const everything = await second.global.event({ signal: closing.signal })
const first = await everything.stream.next()
assert.equal(first.value.payload.type, "server.connected")
from = events.length
const promised = second.session.prompt({ sessionID: child.id, parts: [text("[say for the child]")] })
for (let done = false; !done; ) {
  const { value } = await everything.stream.next()
  if (value.directory !== undefined && value.payload.type === "session.idle") {
    assert.equal(value.directory, directory)
    done = value.payload.properties.sessionID === child.id
  }
}
assert.equal(textOf(ok(await promised).parts), "for the child")
step("the v2 client reads, prompts, and follows global.event")

// ---------------------------------------------------------------- the end of it
assert.equal(ok(await client.session.delete({ path })), true)
await until("session.deleted", () => [session.id, child.id].every((id) => of("session.deleted", id).length > 0))
const left = ok(await client.session.list()).map((each) => each.id)
assert.ok(!left.includes(session.id) && !left.includes(child.id))
assert.equal(ok(await client.instance.dispose()), true)
await until("the end of the event stream", () => streamEnded)
assert.equal(events.at(-1).type, "server.instance.disposed")
step("delete takes the children along; dispose ends the event stream")

closing.abort()
await reading
