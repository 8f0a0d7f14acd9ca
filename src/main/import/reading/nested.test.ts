import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportItem } from '../../../shared/import/report.ts'
import { times } from '../../../../scripts/long.mjs'
import { rawZip } from '../../zip/raw-zip.test-helper.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'
import { mailsInMails } from './hostile-set.test-helper.ts'

/** More than are read. Each mail is read with all that stand in it. */
const LEVELS = times(80, 1000)
const HEAD =
  'From: Tove Lind <tove@harbour.example>\r\nTo: desk@courier.example\r\nSubject: The memo\r\nDate: Tue, 4 Mar 2031 09:00:00 +0000\r\nMIME-Version: 1.0\r\n'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nested-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Nested', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function imported(name: string, content: Buffer | string): Promise<ImportItem[]> {
  const path = join(folder, name)
  await writeFile(path, content)
  return (await workspace.handlers['import.start']({ paths: [path] })).items
}

function mbox(...mails: string[]): string {
  return mails
    .map((mail) => `From tove@harbour.example Tue Mar  4 09:00:00 2031\n${mail.replaceAll('\r\n', '\n')}\n`)
    .join('')
}

/** A mail with so many parts in parts. */
function parts(name: string, levels: number, inner: string): string {
  const opened = Array.from(
    { length: levels },
    (_, n) => `Content-Type: multipart/mixed; boundary="${name}${n}x"\r\n\r\n--${name}${n}x\r\n`
  )
  return `${HEAD}${opened.join('')}${inner}`
}

describe(`what is nested ${LEVELS} deep`, () => {
  it.each<[string, string, Buffer | string, number]>([
    ['a mail in a mail', 'a.eml', mailsInMails(HEAD, LEVELS, false), 51],
    ['a mail as a part of a mail', 'b.eml', mailsInMails(HEAD, LEVELS, true), 50],
    [
      'mails in a mailbox in a zip',
      'c.zip',
      rawZip([{ name: 'box.mbox', content: mbox(mailsInMails(HEAD, LEVELS, false)) }]),
      49
    ]
  ])('%s is read 50 levels deep and told', async (_, name, content, documents) => {
    const items = await imported(name, content)
    expect(items.filter(({ status }) => status === 'imported')).toHaveLength(documents)
    const failed = items.filter(({ status }) => status === 'failed')
    expect(failed).toHaveLength(1)
    expect(failed[0]!.error!.message).toContain('50 levels')
    // The bytes of all that wasn't read are in the original of the last that was.
    const last = workspace.opened().store.catalogue.ids()
    const originals = await Promise.all(
      last.map(async (id) => Buffer.from(await workspace.opened().store.original(id)))
    )
    expect(originals.every((bytes) => bytes.includes('The innermost text.'))).toBe(true)
  })

  it('parts in parts of a mail in a mail count together', async () => {
    const inner = `Content-Type: message/rfc822\r\n\r\n${parts('q', 30, 'Content-Type: text/plain\r\n\r\nText.\r\n')}`
    const items = await imported('d.eml', parts('p', 30, inner))
    expect(items.map(({ status }) => status)).toEqual(['imported', 'failed'])
    expect(items[1]!.error!.message).toContain('50 levels')
    const fits = `Content-Type: message/rfc822\r\n\r\n${parts('q', 15, 'Content-Type: text/plain\r\n\r\nText.\r\n')}`
    expect((await imported('e.eml', parts('p', 30, fits))).map(({ status }) => status)).toEqual([
      'imported',
      'imported'
    ])
  })

  it('a zip in mails in a zip is read three containers deep and told', async () => {
    const zip = rawZip([{ name: 'memo.txt', content: 'The memo exists.' }]).toString('base64')
    const attached = (inner: string): string =>
      `${HEAD}Content-Type: multipart/mixed; boundary="z"\r\n\r\n--z\r\nContent-Type: text/plain\r\n\r\nText.\r\n--z\r\n${inner}\r\n--z--\r\n`
    const leaf = `Content-Type: application/zip; name="memo.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${zip}`
    const items = await imported('f.zip', rawZip([{ name: 'mail.eml', content: attached(leaf) }]))
    expect(items.map(({ path, status }) => [path.split(' › ').at(-1), status])).toEqual([
      ['mail.eml', 'imported'],
      ['memo.txt', 'imported']
    ])
  })
})
