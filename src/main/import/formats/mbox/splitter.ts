/** A message as it stands in a mailbox, its escaped lines restored. */
export interface RawMessage {
  /** Its bytes; of one that is too large only the first. */
  bytes: Uint8Array
  /** Bytes that it has. */
  length: number
}

const LF = 0x0a
const CR = 0x0d
const MARK = 0x3e
const FROM = Buffer.from('From ')
const LINE_FROM = Buffer.from('\nFrom ')
/** No line that tells where a message begins is longer. */
const LONGEST_FROM = 1000
/** Lines are judged whole up to here. */
const LONGEST_LINE = 1 << 16
/** What is kept of a message that is too large: its header fields. */
const KEPT_OF_LARGE = 1 << 16

/** `From tove@courier.example Tue Mar  4 09:05:00 2031`, with or without seconds, offset or zone. */
const DATED = /^From .*\b\d{1,2}:\d\d(?::\d\d)?\b.*\b(?:19|20)\d\d\b/
const FIELD = /^[!-9;-~]+:/
const MAIL_FIELD =
  /^(?:return-path|received|from|to|cc|subject|date|message-id|delivered-to|mime-version|content-[a-z]+|status|x-[!-9;-~]+|dkim-signature|arc-[a-z-]+|authentication-results|reply-to|sender|list-[a-z]+|in-reply-to|references):/i

/**
 * Splits a mailbox (RFC 4155 and its older kin, mboxo, mboxrd, mboxcl) at its `From ` lines. Such a line counts when it has a date and an empty line before it or a
 * header field behind it, or an empty line before it and a mail's header field behind it: programs that trust `Content-Length` leave `From ` in bodies as
 * it is, and lengths are often wrong. `>From ` at the beginning of a line loses one mark, as mboxrd has it.
 */
export class MboxSplitter {
  readonly #largest: number
  /** What isn't judged yet; begins at the beginning of a line, unless `#midLine`. */
  #rest: Buffer = Buffer.alloc(0)
  #midLine = false
  /** Whether the line before `#rest` is empty, or there is none. */
  #afterEmpty = true
  #message: Buffer[] = []
  #length = 0

  constructor(largest: number) {
    this.#largest = largest
  }

  /** Takes more of the mailbox; gives the messages that end in it. */
  *push(piece: Uint8Array): Generator<RawMessage> {
    this.#rest = Buffer.concat([this.#rest, piece])
    yield* this.#take(this.#judged())
  }

  /** Gives the last message. */
  *end(): Generator<RawMessage> {
    yield* this.#take(this.#rest.length)
    yield* this.#finish()
  }

  /** How much of `#rest` can be judged: lines whose next line is there whole, or all but the end of a line that is too long. */
  #judged(): number {
    const last = this.#rest.lastIndexOf(LF)
    const end = last > 0 ? this.#rest.lastIndexOf(LF, last - 1) + 1 : 0
    if (this.#rest.length - end <= 2 * LONGEST_LINE) return end
    return last >= 0 ? last + 1 : this.#rest.length
  }

  *#take(end: number): Generator<RawMessage> {
    const lines = this.#rest.subarray(0, end)
    let from = 0
    for (let at = this.#midLine ? nextFrom(lines, 0) : fromAt(lines, 0); at !== -1; at = nextFrom(lines, at)) {
      if (!this.#isSeparator(at)) continue
      this.#add(lines.subarray(from, at))
      yield* this.#finish()
      from = endOfLine(lines, at)
    }
    this.#add(lines.subarray(from))
    if (end > 0) {
      this.#midLine = lines[end - 1] !== LF
      this.#afterEmpty = !this.#midLine && isEmptyLineBefore(lines, end, this.#afterEmpty)
    }
    this.#rest = Buffer.from(this.#rest.subarray(end))
  }

  #isSeparator(at: number): boolean {
    const end = endOfLine(this.#rest, at)
    if (end - at > LONGEST_FROM) return false
    const line = this.#rest.toString('latin1', at, end)
    const next = this.#rest.toString('latin1', end, Math.min(end + 200, endOfLine(this.#rest, end)))
    const afterEmpty = isEmptyLineBefore(this.#rest, at, this.#afterEmpty)
    if (DATED.test(line)) return afterEmpty || FIELD.test(next)
    return afterEmpty && MAIL_FIELD.test(next)
  }

  #add(bytes: Buffer): void {
    if (bytes.length === 0) return
    const text = unescaped(bytes, !this.#midLine || this.#message.length === 0)
    this.#length += text.length
    this.#message.push(text)
    if (this.#length > this.#largest) this.#message = [Buffer.concat(this.#message).subarray(0, KEPT_OF_LARGE)]
  }

  *#finish(): Generator<RawMessage> {
    const bytes = withoutLastEmptyLine(Buffer.concat(this.#message))
    const length = this.#length > this.#largest ? this.#length : bytes.length
    this.#message = []
    this.#length = 0
    if (length > bytes.length || /\S/.test(bytes.toString('latin1', 0, LONGEST_LINE))) yield { bytes, length }
  }
}

/** 0 or -1: whether the bytes begin with `From `; else the next line that does. */
function fromAt(bytes: Buffer, at: number): number {
  return bytes.subarray(at, at + FROM.length).equals(FROM) ? at : nextFrom(bytes, at)
}

function nextFrom(bytes: Buffer, after: number): number {
  const at = bytes.indexOf(LINE_FROM, after)
  return at === -1 ? -1 : at + 1
}

function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LF, at)
  return end === -1 ? bytes.length : end + 1
}

/** Whether the line that ends before `at` is empty; `atStart` where there is none. */
function isEmptyLineBefore(bytes: Buffer, at: number, atStart: boolean): boolean {
  if (at === 0) return atStart
  const end = bytes[at - 2] === CR ? at - 2 : at - 1
  return end === 0 ? true : bytes[end - 1] === LF
}

function unescaped(bytes: Buffer, atLineStart: boolean): Buffer {
  const kept: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf('>From '); at !== -1; at = bytes.indexOf('>From ', at + 1)) {
    let first = at
    while (first > 0 && bytes[first - 1] === MARK) first--
    if (first === 0 ? !atLineStart : bytes[first - 1] !== LF) continue
    kept.push(bytes.subarray(from, at))
    from = at + 1
  }
  return from === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)])
}

/** The empty line before the next `From ` belongs to the mailbox. */
function withoutLastEmptyLine(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1', Math.max(0, bytes.length - 4))
  const end = /\r\n\r\n$/.test(text) ? 2 : /\n\n$/.test(text) ? 1 : 0
  return bytes.subarray(0, bytes.length - end)
}
