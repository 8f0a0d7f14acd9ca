import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Judgement } from '../../e2e/verify-page.ts'

const PORT = 12_829

/** Firefox’s own protocol for automation (Marionette): messages of JSON with their length before them. */
class Marionette {
  private readonly socket: Socket
  private received = Buffer.alloc(0)
  private readonly answers = new Map<number, (answer: { error: unknown; value: unknown }) => void>()
  private last = 0

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (data) => this.take(data))
  }

  static async open(): Promise<Marionette> {
    for (let tries = 0; ; tries++) {
      const socket = connect(PORT, '127.0.0.1')
      const open = await new Promise<boolean>((resolve) =>
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      )
      if (open) return new Marionette(socket)
      if (tries > 300) throw new Error('Firefox doesn’t answer.')
      await wait(500)
    }
  }

  async ask<T>(name: string, parameters: object = {}): Promise<T> {
    const id = ++this.last
    const text = JSON.stringify([0, id, name, parameters])
    const { error, value } = await new Promise<{ error: unknown; value: unknown }>((resolve) => {
      this.answers.set(id, resolve)
      this.socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
    if (error) throw new Error(JSON.stringify(error))
    return value as T
  }

  close(): void {
    this.socket.destroy()
  }

  private take(data: Buffer): void {
    this.received = Buffer.concat([this.received, data])
    for (;;) {
      const colon = this.received.indexOf(':')
      if (colon < 0) return
      const length = Number(this.received.toString('latin1', 0, colon))
      if (this.received.length < colon + 1 + length) return
      const message: unknown = JSON.parse(this.received.toString('utf8', colon + 1, colon + 1 + length))
      this.received = this.received.subarray(colon + 1 + length)
      // The first message is a greeting.
      if (!Array.isArray(message)) continue
      const [, id, error, value] = message as [number, number, unknown, unknown]
      this.answers.get(id)?.({ error, value })
      this.answers.delete(id)
    }
  }
}

/** What the page says of PDFs in Firefox, by their paths. `read` is the text of a function that reads a result of the page. */
export async function inFirefox(page: string, paths: readonly string[], read: string): Promise<Map<string, Judgement>> {
  const profile = mkdtempSync(join(tmpdir(), 'dossier-firefox-'))
  const preferences = {
    'marionette.port': PORT,
    'intl.accept_languages': 'en',
    'browser.shell.checkDefaultBrowser': false
  }
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join('')
  )
  const child = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore'
  })
  const found = new Map<string, Judgement>()
  try {
    const firefox = await Marionette.open()
    await firefox.ask('WebDriver:NewSession', {})
    await firefox.ask('WebDriver:SetTimeouts', { script: 600_000, pageLoad: 600_000, implicit: 60_000 })
    await firefox.ask('WebDriver:Navigate', { url: pathToFileURL(page).href })
    const input = await firefox.ask<{ value: Record<string, string> }>('WebDriver:FindElement', {
      using: 'css selector',
      value: 'input[type=file]'
    })
    const [element] = Object.values(input.value)
    for (const path of paths) {
      await firefox.ask('WebDriver:ElementSendKeys', { id: element, text: path })
      const { value } = await firefox.ask<{ value: Judgement }>('WebDriver:ExecuteAsyncScript', {
        script: `const [name, done] = arguments
          const look = () => {
            const result = [...document.querySelectorAll('article')].find((each) => each.getAttribute('aria-label') === name)
            if (!result?.querySelector('.verdict-word')) return setTimeout(look, 50)
            void (${read})(result).then((judgement) => {
              result.querySelector('.head-row .button').click()
              setTimeout(() => done(judgement), 50)
            })
          }
          look()`,
        args: [basename(path)]
      })
      found.set(path, value)
    }
    await firefox.ask('Marionette:Quit', {}).catch(() => undefined)
    firefox.close()
  } finally {
    child.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  return found
}
