import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { defectsOf, readMade } from '../../documents/made-document.test-helper.ts'

const ARTICLE = `<html><head><title>Memo held back</title></head><body><article><h1>Memo held back</h1>${'<p>The board held the memo back, “two” officials said.</p>'.repeat(9)}</article></body></html>`
const quoted = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)
    )
    .map((character, i) => (i % 60 === 59 ? `${character}=\r\n` : character))
    .join('')
const part = (fields: string[], body: string): string[] => ['--b', ...fields, '', body]
const message = (fields: string[], ...parts: string[][]): Buffer =>
  Buffer.from([...fields, '', ...parts.flat(), '--b--', ''].join('\r\n'), 'latin1')

const BLINK = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://courier.example/2031/memo',
  'Subject: =?utf-8?Q?Memo?=',
  'Date: Wed, 5 Mar 2031 09:05:00 +0200',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="b"'
]
const frame = part(
  ['Content-Type: text/html', 'Content-ID: <f@x>', 'Content-Location: cid:f'],
  '<p>An advertisement in a frame.</p>'
)
const html = part(
  [
    'Content-Type: text/html',
    'Content-ID: <root@x>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://courier.example/2031/memo'
  ],
  quoted(Buffer.from(ARTICLE))
)
const picture = part(
  ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://courier.example/a.png'],
  'iVBORw0KGgo='
)

describe('a saved web page (MHTML)', () => {
  it('reads the root document, with the address and day of saving', async () => {
    const extracted = await readMade(message(BLINK, frame, picture, html), 'a.mhtml')
    expect(extracted.text.split('\n').slice(0, 2)).toEqual([
      'Memo held back',
      'The board held the memo back, “two” officials said.'
    ])
    expect(extracted.text).not.toContain('advertisement')
    const { url, retrieved, publisher } = extracted.metadata
    expect(url.value).toBe('https://courier.example/2031/memo')
    expect(retrieved).toMatchObject({ value: '2031-03-05T07:05:00Z', evidence: { from: 'container' } })
    expect(publisher.value).toBe('courier.example')
    expect(extracted).toMatchObject({ extractor: 'mhtml/1', mediaType: 'multipart/related', extension: 'mhtml' })
  })

  it('finds the root by its id, or takes the first page', async () => {
    const fields = ['MIME-Version: 1.0', 'Content-Type: multipart/related; start="<root@x>"; boundary=b']
    expect((await readMade(message(fields, frame, html), 'a.mht')).text).toMatch(/^Memo held back/)
    expect(
      (
        await readMade(
          message(
            fields.map((field) => field.replace('root@x', 'none')),
            html,
            frame
          ),
          'a.mht'
        )
      ).text
    ).toMatch(/^Memo held back/)
  })

  it('reads a page within alternatives, and one that isn’t multipart', async () => {
    const inner = message(['Content-Type: multipart/alternative; boundary=c'], [])
      .toString('latin1')
      .replaceAll('--b--', '')
    const nested = [...part([], '').slice(0, 1), ...inner.trimEnd().split('\r\n'), '', '--c', ...html.slice(1), '--c--']
    expect((await readMade(message(BLINK, nested), 'a.mht')).text).toMatch(/^Memo held back/)
    const alone = Buffer.from(
      ['From: <Saved by a browser>', 'Content-Type: text/html; charset=utf-8', '', ARTICLE].join('\r\n')
    )
    expect((await readMade(alone, 'a.mht')).text).toMatch(/^Memo held back/)
  })

  it('decodes by the part’s charset and as windows-1252 is written', async () => {
    const body = ARTICLE.replace(/[“”]/g, (mark) => (mark === '“' ? '\x93' : '\x94'))
    for (const [charset, encoding] of [
      ['windows-1252', '8bit'],
      ['iso-8859-1', 'binary']
    ]) {
      const legacy = part(
        [`Content-Type: text/html; charset="${charset}"`, `Content-Transfer-Encoding: ${encoding}`],
        body
      )
      expect((await readMade(message(BLINK, legacy), 'a.mht')).text).toContain('“two” officials')
    }
    const polish = part(
      ['Content-Type: text/html; charset=windows-1250', 'Content-Transfer-Encoding: 8bit'],
      ARTICLE.replaceAll('“two”', iconv.encode('żółw', 'windows-1250').toString('latin1'))
    )
    expect((await readMade(message(BLINK, polish), 'a.mht')).text).toContain('back, żółw officials')
    const base64 = part(
      ['Content-Type: text/html', 'Content-Transfer-Encoding: base64'],
      Buffer.from(ARTICLE)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n')
    )
    expect((await readMade(message(BLINK, base64), 'a.mht')).text).toContain('“two” officials')
  })

  it('takes a date without offset for a day', async () => {
    const dated = BLINK.map((field) => (field.startsWith('Date') ? 'Date: Wed, 5 Mar 2031 23:05:00' : field))
    expect((await readMade(message(dated, html), 'a.mht')).metadata.retrieved.value).toBe('2031-03-05')
  })

  it('refuses one without a page, and whatever is cut or changed is refused or read', async () => {
    await expect(readMade(message(BLINK, picture), 'a.mhtml')).rejects.toMatchObject({ code: 'unreadable' })
    expect(await defectsOf(message(BLINK, frame, picture, html), 'a.mhtml')).toEqual([])
  })

  it('gets through multiparts within multiparts without end', async () => {
    const deep = Array.from(
      { length: 5_000 },
      (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`
    ).join('')
    const bytes = Buffer.from(`${BLINK.join('\r\n').replace('"b"', '"b0"')}\r\n\r\n${deep}`)
    await expect(readMade(bytes, 'a.mhtml')).rejects.toMatchObject({ code: 'unreadable' })
    const many = message(BLINK, ...Array.from({ length: 30_000 }, () => ['--b', '', 'x']), html)
    await expect(readMade(many, 'a.mhtml')).rejects.toMatchObject({ code: 'unreadable' })
  })
})
