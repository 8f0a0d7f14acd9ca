import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, named } from '../../reading/document.test-helper.ts'
import type { Entry } from '../../extracted/extracted.ts'
import { allOf } from '../../container/container.test-helper.ts'
import { readMail } from '../mail/mail.ts'
import { unpackMbox } from './mbox.ts'
import { MboxSplitter } from './splitter.ts'

const FROM = 'From tove@courier.example Tue Mar  4 09:05:00 2031'
const message = (subject: string, body: string): string => `${FROM}\nSubject: ${subject}\n\n${body}\n\n`

async function entriesOf(mailbox: string | Uint8Array): Promise<Entry[]> {
  return allOf(unpackMbox({ bytes: Buffer.from(mailbox) }, named('harbour.mbox')))
}
const textOf = (entry: Entry): string => Buffer.from(entry.bytes).toString()

describe('a mailbox', () => {
  it('gives its messages as mails of their own', async () => {
    const entries = await entriesOf(
      message('The memo', 'Held back.') + message('=?utf-8?Q?R=C3=A9ponse?=', 'No.') + `${FROM}\n\nBare.`
    )
    expect(entries.map(({ path, hint }) => [path, hint.name])).toEqual([
      ['message 1: The memo', '1.eml'],
      ['message 2: Réponse', '2.eml'],
      ['message 3', '3.eml']
    ])
    expect(textOf(entries[0]!)).toBe('Subject: The memo\n\nHeld back.\n')
    const { document } = await readMail(entries[1]!.bytes, entries[1]!.hint)
    expect(documentOf({ document }).metadata.title.value).toBe('Réponse')
  })

  it('restores escaped lines, one mark each', async () => {
    const [entry] = await entriesOf(message('Memo', 'a\n>From the board\n>>From above\n> From below\nb >From c'))
    expect(textOf(entry!)).toContain('a\nFrom the board\n>From above\n> From below\nb >From c')
  })

  it('is not split at sentences that begin with From, whatever Content-Length says', async () => {
    const body = 'Dear all,\n\nFrom the board we hear nothing.\nFrom here on: silence.\n\nFrom now on\nnothing.'
    const entries = await entriesOf(
      message('Memo\nContent-Length: 5', body) + message('Next\nContent-Length: 99999', 'x')
    )
    expect(entries).toHaveLength(2)
    expect(textOf(entries[0]!)).toContain(body)
  })

  it('is split where empty lines, dates or line feeds are others than usual', async () => {
    const takeout = 'From 1234567@xxx Tue Mar 04 09:05:00 +0000 2031\r\nSubject: a\r\n\r\nA\r\n\r\n'
    const bare = 'From ???@???\nReceived: by sollen.example\nSubject: b\n\nB'
    const close = `\n${FROM}\nSubject: c\n\nC\n`
    const entries = await entriesOf(takeout + bare + close)
    expect(entries.map(({ path }) => path)).toEqual(['message 1: a', 'message 2: b', 'message 3: c'])
    expect(textOf(entries[0]!)).toBe('Subject: a\r\n\r\nA\r\n')
  })

  it('is read alike in whatever pieces it comes', () => {
    const mailbox = Buffer.from(
      message('1', '>From x\n\nFrom the board\nand more') +
        message('2', `${'long '.repeat(60)}\n>From y`) +
        `From ???@???\nSubject: 3\n\nZ\n`.repeat(2) +
        `\n${FROM}\nSubject: 4\n\nZ`
    )
    const split = (sizes: readonly number[]): string[] => {
      const splitter = new MboxSplitter(1 << 20)
      const messages: string[] = []
      let at = 0
      for (let i = 0; at < mailbox.length; i++) {
        const size = sizes[i % sizes.length]!
        for (const { bytes } of splitter.push(mailbox.subarray(at, at + size)))
          messages.push(Buffer.from(bytes).toString())
        at += size
      }
      for (const { bytes } of splitter.end()) messages.push(Buffer.from(bytes).toString())
      return messages
    }
    const whole = split([mailbox.length])
    expect(whole).toHaveLength(4)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(split(sizes)).toEqual(whole)
      })
    )
  })
})

describe('a hostile mailbox', () => {
  it('gives an error for a message over 64 MB and the messages after it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dossier-mbox-'))
    try {
      const file = path.join(folder, 'large.mbox')
      const handle = await open(file, 'w')
      await handle.write(message('First', 'x') + `${FROM}\nSubject: Large\n\n`)
      for (let i = 0; i < 100; i++) await handle.write('a'.repeat(1024 * 1024))
      await handle.write('\n\n' + message('Last', 'z'))
      await handle.close()
      const entries = await allOf(unpackMbox({ path: file }, named('large.mbox')))
      expect(entries.map(({ path, error }) => [path, error?.code])).toEqual([
        ['message 1: First', undefined],
        ['message 2: Large', 'too-large'],
        ['message 3: Last', undefined]
      ])
      expect(entries[1]!.bytes).toHaveLength(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('may have no end, no messages, or nothing but From', async () => {
    expect((await entriesOf(`${FROM}\nSubject: Unended`)).map(({ path }) => path)).toEqual(['message 1: Unended'])
    expect(await entriesOf(`${FROM}\n`)).toEqual([])
    expect(await entriesOf(`${FROM}\n\n`.repeat(10_000))).toEqual([])
    expect((await entriesOf(`${FROM}\nSubject: a\0\u202Eb\n\n\0\0`)).map(({ path }) => path)).toEqual([
      'message 1: a\uFFFD�b'
    ])
  })

  it('fails with a sentence when the disk does', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dossier-mbox-'))
    try {
      await writeFile(path.join(folder, 'x'), '')
      const gone = allOf(unpackMbox({ path: path.join(folder, 'gone.mbox') }, named('gone.mbox')))
      await expect(gone).rejects.toMatchObject({
        code: 'io',
        message: expect.stringContaining('“gone.mbox” could not be read (ENOENT)') as string
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
