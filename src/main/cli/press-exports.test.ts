import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commandLine } from '../../../scripts/built.mjs'
import { rtfDocument, wordDocument } from '../import/press/export.test-helper.ts'

const CLI = commandLine()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-exports-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function dossier(...args: string[]): Promise<string> {
  const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data') }
  return new Promise((done, failed) => {
    execFile(process.execPath, [CLI, ...args, '--json'], { env, cwd: folder }, (error, out, err) => {
      if (error) failed(new Error(`${args[0]}: ${err}`))
      else done(out)
    })
  })
}

const Rows = z.array(
  z.object({
    path: z.string(),
    status: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable()
  })
)

const MEMO = 'The harbour board of Sollen held back a memo on the hull of the ferry for nine days, two officials said.'
const YARD = 'The yard said on Wednesday that it had warned the board twice in the spring and got no answer at all.'
/** The same two articles as each database prints them; texts differ by the format, so that no file is a duplicate. */
const uni = (format: string): string[] => [
  ...['**Harbour board kept memo**', 'Coast Courier (Sollen)', 'March 4, 2031 Tuesday', 'Copyright 2031 Courier Media'],
  ...['**Length:** 212 words', '**Body**', `${format}: ${MEMO}`, '**Load-Date:** March 5, 2031', 'End of Document'],
  ...['**Yard answers the board**', 'The Daily Lantern', 'March 6, 2031 Thursday', 'Copyright 2031 Lantern Press'],
  ...['**Length:** 98 words', '**Body**', `${format}: ${YARD}`, '**Load-Date:** March 7, 2031', 'End of Document']
]
const academic = (format: string): string[] => [
  ...['1 of 2 DOCUMENTS', 'Coast Courier (Sollen)', 'March 4, 2031 Tuesday', '**Harbour board kept memo**'],
  ...['**LENGTH:** 212 words', `${format}, as sent: ${MEMO}`, '**LOAD-DATE:** March 5, 2031'],
  ...['2 of 2 DOCUMENTS', 'The Daily Lantern', 'March 6, 2031 Thursday', '**Yard answers the board**'],
  ...['**LENGTH:** 98 words', `${format}, as sent: ${YARD}`, '**LOAD-DATE:** March 7, 2031']
]
const genios = (format: string): string[] => [
  ...['Coast Courier (Sollen) vom 04.03.2031, S. 3', 'Harbour board kept memo', `${format} holds: ${MEMO}`],
  ...['Quelle: Coast Courier (Sollen) vom 04.03.2031, S. 3', 'Dokumentnummer: a1'],
  ...['© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH', 'Yard answers the board', `${format} holds: ${YARD}`],
  ...['Quelle: The Daily Lantern vom 06.03.2031', 'Dokumentnummer: b2']
]

const plain = (lines: readonly string[]): string => `${lines.map((line) => line.replaceAll('**', '')).join('\n\n')}\n`
const page = (lines: readonly string[]): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${lines.map((line) => `<p>${line.replace(/\*\*(.*?)\*\*/, '<b>$1</b>')}</p>`).join('\n')}</body></html>`

const EXPORTS: Record<string, string | Uint8Array> = {
  'nexis.docx': wordDocument(uni('Word')),
  'nexis.rtf': rtfDocument(uni('RTF')),
  'nexis.txt': plain(uni('text')),
  'nexis.html': page(uni('page')),
  'lexis.docx': wordDocument(academic('Word')),
  'lexis.rtf': rtfDocument(academic('RTF')),
  'lexis.txt': plain(academic('text')),
  'lexis.html': page(academic('page')),
  'wiso.rtf': rtfDocument(genios('RTF')),
  'wiso.txt': plain(genios('text')),
  'wiso.html': page(genios('page'))
}

describe('dossier import', () => {
  it('files each article of an export by itself', async () => {
    const kept = join(folder, 'case')
    const files = Object.keys(EXPORTS).map((name) => join(folder, name))
    for (const [name, content] of Object.entries(EXPORTS)) await writeFile(join(folder, name), content)
    await dossier('init', kept, '--title', 'Ferry')
    const rows = Rows.parse(JSON.parse(await dossier('import', kept, ...files)))
    const shown = rows.map(({ path, ...row }) => [
      path.slice(folder.length + 1),
      row.status,
      row.title,
      row.publisher,
      row.published
    ])
    expect(shown).toEqual(
      Object.keys(EXPORTS).flatMap((name) => [
        [
          `${name} › article 1: Harbour board kept memo`,
          'imported',
          'Harbour board kept memo',
          'Coast Courier (Sollen)',
          '2031-03-04'
        ],
        [
          `${name} › article 2: Yard answers the board`,
          'imported',
          'Yard answers the board',
          'The Daily Lantern',
          '2031-03-06'
        ]
      ])
    )
  })
})
