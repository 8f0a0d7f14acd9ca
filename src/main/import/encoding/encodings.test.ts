import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { read } from '../reading/read.ts'
import { named } from '../reading/document.test-helper.ts'
import { htmlCharset } from './html-charset.ts'
import { codecOf, encodingOf } from './labels.ts'
import { sevenBitIn } from './seven-bit.ts'
import { logicalHebrew } from './visual-hebrew.ts'

const RUSSIAN =
  'Совет порта Соллен девять дней скрывал записку о трещине в корпусе парома, сообщили в четверг два чиновника. Министерство на вопросы не ответило.'
const JAPANESE = '港の理事会は、連絡船の船体の亀裂に関する文書を九日間にわたって隠していた。'

describe('labels', () => {
  it.each([
    [' Latin1\n', 'windows-1252'],
    ['ISO_8859-9:1989', 'windows-1254'],
    ['gb_2312-80', 'gbk'],
    ['csKSC56011987', 'euc-kr'],
    ['windows-31j', 'shift_jis'],
    ['x-mac-ukrainian', 'x-mac-cyrillic'],
    ['unicode', 'utf-16le'],
    ['csisolatin6', 'iso-8859-10'],
    ['win-1251', 'windows-1251'],
    ['Windows1250', 'windows-1250'],
    ['cp932', 'shift_jis'],
    ['ms949', 'euc-kr'],
    ['cp850', 'cp850'],
    ['utf8', 'utf-8'],
    ['klingon', null],
    ['', null],
    ['__proto__', null]
  ])('%j is %s', (label, encoding) => {
    expect(encodingOf(label)).toBe(encoding)
  })

  it('lead to encodings that can be read', () => {
    for (const label of ['866', 'iso-8859-16', 'koi8-ru', 'tis-620', 'x-mac-cyrillic', 'big5', 'euc-jp', 'gb18030'])
      expect(iconv.encodingExists(codecOf(encodingOf(label)!)), label).toBe(true)
  })
})

describe('encodings that switch by signs', () => {
  const jis = Buffer.from('\u001B$B9A$NM};v2q\u001B(B and \u001B(I1\u001B(J\\\u001B(B', 'latin1')
  const korean = Buffer.from(`\u001B$)C\n\u000E${latin('이사회', 'euc-kr')}\u000F board`, 'latin1')
  const chinese = Buffer.from(`~{${latin('理事会', 'gbk')}~} and ~{${latin('备忘录', 'gbk')}~} ~~`, 'latin1')

  function latin(text: string, encoding: string): string {
    return [...iconv.encode(text, encoding)].map((byte) => String.fromCharCode(byte & 0x7f)).join('')
  }

  it('are read, declared or not', () => {
    expect(decode(jis)).toMatchObject({ text: '港の理事会 and ｱ￥', encoding: 'iso-2022-jp', damaged: 0 })
    expect(decode(jis, () => 'iso-2022-jp')).toMatchObject({ text: '港の理事会 and ｱ￥', by: 'declared' })
    const stray = Buffer.concat([jis, Buffer.from([0xa0])])
    expect(decode(stray, () => 'iso-2022-jp')).toMatchObject({ text: '港の理事会 and ｱ￥\uFFFD', damaged: 1 })
    expect(decode(korean)).toMatchObject({ text: '\n이사회 board', encoding: 'iso-2022-kr' })
    expect(decode(chinese)).toMatchObject({ text: '理事会 and 备忘录 ~', encoding: 'hz-gb-2312' })
    expect(decode(Buffer.from('+AOk-t+AOk-'), () => 'utf-7').text).toBe('été')
  })

  it('aren’t seen where there are none', () => {
    expect(sevenBitIn(Buffer.from('if (~{a} == ~{b~}) { x } ~{ab~}'))).toBeNull()
    expect(decode(Buffer.from('Costs rose 5 +AB- and ~{ok~}'), () => 'utf-8').text).toBe('Costs rose 5 +AB- and ~{ok~}')
    expect(decode(Buffer.from('plain'), () => 'iso-2022-jp').text).toBe('plain')
  })
})

describe('what is declared', () => {
  const page = (charset: string, body: string): string =>
    `<html><head><meta charset="${charset}"><title>x</title></head><body><p>${body}</p></body></html>`

  it('gives way to UTF-8, with or without damage', () => {
    const utf8 = Buffer.from(page('iso-8859-1', RUSSIAN))
    expect(decode(utf8, htmlCharset)).toMatchObject({ encoding: 'utf-8', damaged: 0 })
    const damaged = Buffer.concat([utf8, Buffer.from([0xd0])])
    expect(decode(damaged, htmlCharset)).toMatchObject({ encoding: 'utf-8', damaged: 1 })
  })

  it('gives way to what the words read as', () => {
    const wrong = decode(
      iconv.encode(page('utf-8', 'Le préfet a été prévenu, dit-on à la mairie.'), 'windows-1252'),
      htmlCharset
    )
    expect(wrong).toMatchObject({ encoding: 'windows-1252', by: 'guessed', disbelieved: 'utf-8', damaged: 0 })
    expect(wrong.text).toContain('Le préfet a été prévenu')
    const cyrillic = decode(iconv.encode(page('iso-8859-1', RUSSIAN), 'windows-1251'), htmlCharset)
    expect(cyrillic).toMatchObject({ encoding: 'windows-1251', disbelieved: 'windows-1252' })
    const broken = decode(iconv.encode(page('big5', JAPANESE.repeat(3)), 'shift_jis'), htmlCharset)
    expect(broken).toMatchObject({ encoding: 'shift_jis', disbelieved: 'big5' })
  })

  it('is believed where it can be right', () => {
    for (const [encoding, text] of [
      ['windows-1250', 'Żółw'],
      ['koi8-r', 'Совет'],
      ['gbk', '联通'],
      ['windows-1256', 'مجلس']
    ] as const)
      expect(decode(iconv.encode(page(encoding, text), encoding), htmlCharset).text).toContain(text)
  })
})

describe('UTF-16 without a mark', () => {
  it.each([
    RUSSIAN,
    JAPANESE,
    'Le préfet a été prévenu.\n',
    '一一一一，一一一一一一。一二三四',
    `<html><p>${JAPANESE}</p></html>`
  ])('is seen in %.20s', (text) => {
    for (const encoding of ['utf-16le', 'utf-16be'])
      expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toMatchObject({ text, encoding })
  })

  it('is read as a file', async () => {
    const bytes = iconv.encode(`Записка\n\n${RUSSIAN}`, 'utf-16le', { addBOM: false })
    expect((await read(bytes, named('a.txt'))).document?.text).toContain(RUSSIAN)
  })
})

describe('Hebrew in visual order', () => {
  const line = (text: string): string => [...text].reverse().join('')

  it('comes in the order in which it’s read', () => {
    expect(logicalHebrew(line('שלום עולם'), false)).toBe('שלום עולם')
    expect(logicalHebrew('31 סרמב "Windows 95" (םולש) םירמוא', false)).toBe('אומרים (שלום) "Windows 95" במרס 31')
    expect(logicalHebrew('םולש&nbsp;המ<br>םוי <b>בוט</b> דחא', false)).toBe('מה&nbsp;שלום<br>אחד <b>טוב</b> יום')
    expect(logicalHebrew(`${'<b>'.repeat(100_000)}םולש`, false)).toMatch(/שלום/)
    expect(logicalHebrew('<b>םולש <i>אל</i></b> ןכ', false)).toBe('כן <b><i>לא</i> שלום</b>')
  })

  it('is told by its final letters, or else by its label', () => {
    expect(logicalHebrew('שלום עולם', true)).toBe('שלום עולם')
    expect(logicalHebrew('אבא', true)).toBe('אבא')
    expect(logicalHebrew('הקבר', true)).toBe('רבקה')
    expect(logicalHebrew('הקבר', false)).toBe('הקבר')
    const visual = iconv.encode('םולש תירבעב', 'iso-8859-8')
    expect(decode(visual, () => 'iso-8859-8').text).toBe('בעברית שלום')
    expect(decode(iconv.encode('בעברית שלום', 'iso-8859-8'), () => 'iso-8859-8-i').text).toBe('בעברית שלום')
  })
})

describe('a guess', () => {
  const notice = async (bytes: Uint8Array, name = 'a.txt'): Promise<string | null> =>
    (await read(bytes, named(name))).document!.notice

  it('isn’t led astray by scripts', async () => {
    const script = `<script>${'function init(){return config.modules.map(function(m){return m.toUpperCase()})}'.repeat(200)}</script>`
    const page = `<html><head><title>Совет порта</title>${script}</head><body><p>${RUSSIAN}</p></body></html>`
    const { document } = await read(iconv.encode(page, 'windows-1251'), named('a.html'))
    expect(document).toMatchObject({ encoding: 'windows-1251', notice: null })
    expect(document!.text).toContain(RUSSIAN)
  })

  it.each([
    'RÉUNION DU CONSEIL À L’ÉCOLE – ÉTÉ 2031: GRÈVE GÉNÉRALE, DÉCISION REPORTÉE',
    'The fine is £5,000 under §12(½) at 20°C © Sollen Courier ® 2031 ± 5 µm × 3',
    'Müller\nÖzgür\nÅse\nÑíguez\nÇelik\nØrsted\nÆgir'
  ])('isn’t another alphabet for %s', (text) => {
    const bytes = iconv.encode(text, 'windows-1252')
    expect(decode(bytes).text).toBe(text)
    expect(decode(bytes, () => 'latin1')).toMatchObject({ text, disbelieved: null })
  })

  it('is told when it is one', async () => {
    expect(await notice(iconv.encode('Memo\n\nThe café held it back.\n', 'windows-1252'))).toMatch(
      /^The encoding of this file wasn’t declared and was guessed as [\w-]+\. If words look wrong, save it again as UTF-8 and import that\.$/
    )
    expect(await notice(iconv.encode('Memo\n\nThe board “held” it — back.\n', 'windows-1252'))).toBeNull()
    expect(await notice(iconv.encode(RUSSIAN, 'koi8-r'))).toBeNull()
    expect(await notice(iconv.encode(`<meta charset="latin1"><p>${RUSSIAN}</p>`, 'windows-1251'), 'a.html')).toBe(
      'This file says that it is written in windows-1252, but its words read as windows-1251, which was used. If words look wrong, save it again as UTF-8 and import that.'
    )
    expect(await notice(Buffer.concat([Buffer.from(`${RUSSIAN} `.repeat(3)), Buffer.from([0xd0, 0x20])]))).toBe(
      'One character of this file could not be read as utf-8 and is shown as “\uFFFD”.'
    )
  })
})
