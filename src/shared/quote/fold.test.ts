import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { prepareText } from './prepared.ts'
import { verifyQuote } from './verify.ts'

/** A quote, the text that it's from in another writing, and what differs. */
const SAME: readonly (readonly [quote: string, text: string, what: string])[] = [
  ["обов'язок", 'Їхній обовʼязок перед містом', 'the modifier apostrophe'],
  ["Hawai'i", 'The Hawaiʻi ferry', 'the ʻokina'],
  ["d'accord", 'tous d＇accord ici', 'the full-width apostrophe'],
  ["l'eau", 'de l´eau froide', 'an acute for an apostrophe'],
  ["Shi'a", 'the Shiʿa clerics', 'a half ring'],
  ["ἀλλ' ἐγώ", 'ἀλλ᾽ ἐγώ', 'the koronis'],
  ['הדו"ח', 'את הדו״ח הועבר', 'gershayim'],
  ["ז'קט", 'את ז׳קט לקח', 'geresh'],
  ['ראש-העיר', 'אמר ראש־העיר אתמול', 'maqaf'],
  ['5\' 10"', 'He is 5′ 10″ tall', 'primes'],
  ['Armenian-Greek', 'the Armenian֊Greek border', 'the Armenian hyphen'],
  ['الوزير إنه', 'قال الوزيـــر إنه قرأ', 'tatweel'],
  ['الوزير', 'قال الوزيـــر', 'tatweel at an end'],
  ['سلام', 'قال ﺳﻼﻡ لهم', 'Arabic forms of presentation'],
  ['لا', 'قال ﻻ للجنة', 'a lam-alef ligature'],
  ['ایران کشور', 'از ايران كشور است', 'Persian and Arabic yeh and kaf'],
  ['신문에서 읽고', '장관은 신문에서 읽고'.normalize('NFD'), 'conjoining jamo'],
  ['신문에서 읽고'.normalize('NFD'), '장관은 신문에서 읽고', 'jamo in the quote'],
  ['Việt Nam đã', 'Ở Việt Nam đã'.normalize('NFD'), 'Vietnamese marks'],
  ['ế', 'u ê\u0301 u', 'a letter composed in part'],
  ['κατάσταση', 'η κατ\u1f71σταση', 'oxia for tonos'],
  ['\u0958लम', 'यह क\u093cलम है', 'a nukta'],
  ['น้ำท่วม', 'ว่าน\u0e4d\u0e49าท่วม', 'Thai sara am in two'],
  ['น้ำท่วม', 'ว่าน\u0e49\u0e4dาท่วม', 'Thai sara am in two, in the other order'],
  ['ນ້ຳ', 'ວ່ານ\u0ecd\u0ec9າ', 'Lao sara am in two'],
  ['แม่น้ำ', 'ที่เเม่น้ำ', 'Thai ae of two e'],
  ['final office', 'the ﬁnal oﬃce', 'ligatures'],
  ['ijs en vijf', 'het ĳs en vĳf', 'the Dutch ij'],
  ['Ljubljana', 'in ǈubljana', 'a Croatian digraph'],
  ['președinte', 'un preşedinte nou', 'Romanian cedillas'],
  ['Congress', 'the Congreſs met', 'long s'],
  ['5 µg', 'had 5 μg of it', 'micro and mu'],
  ['一二', '第⼀⼆章', 'radicals'],
  ['ABC 123', 'the ＡＢＣ　１２３ plan', 'full width'],
  ['カゴ', 'この ｶｺﾞ は', 'half-width kana'],
  ['1〜2', '第1～2章', 'the wave dash'],
  ['「港」', '彼は｢港｣と', 'half-width corner brackets'],
  ['"港"', '彼は『港』と', 'corner brackets'],
  ['"Gut"', 'Er sagte „Gut“ dazu', 'German marks'],
  ['"Gut"', 'Er sagte »Gut« dazu', 'guillemets pointing in'],
  ['dit : "oui"', 'Il a dit : « oui » hier', 'guillemets with spaces'],
  ["'oui'", 'Il a dit ‹ oui › hier', 'single guillemets with spaces'],
  ['Quoi?', 'Il dit: «Quoi\u202f?»', 'a space before a question mark'],
  ['co-operate', 'They co‑operate now', 'a non-breaking hyphen'],
  ['minus -5', 'it was minus −5 there', 'a minus'],
  ['word---word', 'a word—word here', 'three hyphens for a dash'],
  ['wait . . . here', 'They wait … here', 'spaced dots'],
  ['so … … on', 'so …\n\n… on', 'dots over a line’s end'],
  ['等等…再见', '他说等等……再见', 'a Chinese ellipsis'],
  ['cooperation', 'the co\u00adopera\u200btion of\u2060 all', 'soft hyphen and zero-width space'],
  ['cooperation', 'the co\u00ad\nope\ufeffration', 'a soft hyphen at a line’s end'],
  ['میخواهم', 'من می‌خواهم', 'a zero-width non-joiner'],
  ['അവൻ', 'അവന്\u200d വന്നു', 'a Malayalam chillu'],
  ['❤ it', 'we ❤️ it', 'a variation selector'],
  ['葛飾', '東京の葛\u{e0100}飾区', 'a selector of a Han variant'],
  ['a b c d', 'x a\u00a0b\u202fc\u3000d x', 'spaces of all widths'],
  ['the board knew of it', 'that the board¹ knew[3] of it', 'the marks of notes'],
  ['the board knew', 'the board† knew of it.', 'a dagger'],
  ['an example of it', 'it is an exam-\nple of it', 'a word broken at a line’s end'],
  ['a non-lethal plan', 'it was a non-\n  lethal plan', 'a hyphen at a line’s end'],
  ['der Ost-West-Beauftragte', 'sagte der Ost-West-\nBeauftragte heute', 'a hyphen before a capital at a line’s end'],
  ['West-Coast board', 'the West‐ \r\n  Coast board', 'a hyphen of Unicode before a capital at a line’s end'],
  ['the Covid-19 ward', 'in the Covid-\n19 ward', 'a hyphen before a figure at a line’s end'],
  ['a 22-year plan', 'it is a 22-\nyear plan', 'a hyphen behind a figure at a line’s end'],
  ['ראש-העיר אמר', 'כי ראש-\nהעיר אמר', 'a hyphen at a line’s end in a script without capitals'],
  [
    'Der Vermerk des Ost-West-Rats',
    'Der Ver-\nmerk des Ost-West-\nRats',
    'a broken word and a compound at the ends of two lines'
  ],
  ['West-\nCoast', 'the West-Coast board', 'a compound over two lines in the quote'],
  ['exam-\nple', 'it is an example', 'a broken word in the quote'],
  ['the board knew of it', 'that the board\fknew of it', 'a page’s end']
]

/** What says something else, or may. */
const OTHER: readonly (readonly [quote: string, text: string, what: string])[] = [
  ['قُتِلَ الرجل', 'قالوا قَتَلَ الرجل', 'vowel points'],
  ['قتل الرجل', 'قالوا قُتِلَ الرجل', 'vowel points left out'],
  ['علي', 'نظر على الطاولة', 'alef maksura'],
  ['ان', 'قال أن', 'hamza'],
  ['מלך', 'הוא מָלַךְ שם', 'Hebrew points'],
  ['Ali', 'the А\u043bі case', 'letters that look alike'],
  ['10 km', 'on 10 km² of land', 'a square'],
  ['10', 'was 10² then', 'an exponent'],
  ['CO', 'the CO₂ there', 'a subscript'],
  ['lawful', 'an un\u00adlawful act', 'a prefix before a soft hyphen'],
  ['خواهم', 'من نمی‌خواهم', 'a prefix before a joiner'],
  ['צה', 'דובר צה״ל אמר', 'a part of an abbreviation'],
  ['ΑΒΓ', 'the αβγ line', 'case'],
  ['Wasser', 'das Waßer', 'letters'],
  ['hôtel', 'the hotel', 'an accent'],
  ['half a mile', '½ a mile', 'a fraction'],
  ['a resign', 'a re-sign', 'a hyphen inside a line'],
  ['Anglo Saxon', 'Anglo-\nSaxon', 'a hyphen for a space'],
  ['OstWest', 'der Ost-\nWest', 'a hyphen before a capital left out'],
  ['Ost West', 'der Ost-\nWest', 'a space for a hyphen before a capital'],
  ['22year', 'a 22-\nyear', 'a hyphen behind a figure left out'],
  ['therapist', 'the rapist', 'a space']
]

describe('folding', () => {
  it.each(SAME)('takes %j for %j: %s', (quote, text) => {
    const found = verifyQuote(quote, prepareText(text))
    expect(found).toMatchObject({ state: 'normalised', reason: expect.stringMatching(/^Only /) as string })
    expect(found.difference.some(({ kind }) => kind !== 'same')).toBe(true)
  })

  it.each(OTHER)('does not take %j for %j: %s', (quote, text) => {
    expect(['altered', 'missing']).toContain(verifyQuote(quote, prepareText(text)).state)
  })

  it('ends where the words end', () => {
    const place = (quote: string, text: string): string => {
      const { start, end } = verifyQuote(quote, prepareText(text))
      return text.slice(start ?? 0, end ?? 0)
    }
    expect(place('the board', 'that the board¹ knew')).toBe('the board')
    expect(place('الوزير', 'قال الوزيـــر أمس')).toBe('الوزيـــر')
    expect(place('น้ำท่วม', 'ว่าน\u0e4d\u0e49าท่วม')).toBe('น\u0e4d\u0e49าท่วม')
    expect(place('example', 'an exam-\nple of it')).toBe('exam-\nple')
    expect(place('신문에서', '장관은 신문에서'.normalize('NFD'))).toBe('신문에서'.normalize('NFD'))
  })

  it.each([
    ['the board', 'that the board¹² knew'],
    ['It knew', 'They left.³ It knew'],
    ['It knew', 'They left.³It knew'],
    ['Then it knew', 'They left.[4]Then it knew']
  ])('lets %j end and begin at a note’s mark in %j', (quote, text) => {
    expect(verifyQuote(quote, prepareText(text)).state).toBe('verbatim')
  })

  it('says what differs', () => {
    const reason = (quote: string, text: string): string => verifyQuote(quote, prepareText(text)).reason
    expect(reason('the board knew', 'the board¹ knew')).toBe('Only the marks of notes differ.')
    expect(reason('"final" plan', 'the “ﬁnal” plan')).toBe(
      'Only quote marks and invisible characters, ligatures or the encoding of letters differ.'
    )
  })

  it('gives every folded character a place in the text, in order', () => {
    const piece = fc.constantFrom(
      'a',
      'e\u0301',
      ' ',
      '\n',
      '-',
      '—',
      '.',
      '…',
      '«',
      '»',
      'ـ',
      'ا',
      'ﻻ',
      'ｶﾞ',
      '한',
      '\u1112\u1161\u11ab',
      'น\u0e4d\u0e49า',
      '[3]',
      '¹',
      '\u00ad',
      '\u200d',
      'ന്\u200d',
      '😀',
      '\u{1d400}',
      "'",
      '̈'
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.constantFrom('spaced', 'kept', 'joined'), (pieces, way) => {
        const text = pieces.join('')
        const { folded, starts, ends } = fold(text, way)
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        for (let i = 0; i < folded.length; i++) {
          expect(ends[i]).toBeGreaterThan(starts[i]!)
          expect(ends[i]).toBeLessThanOrEqual(text.length)
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!)
        }
      }),
      { numRuns: 3000 }
    )
  })

  it('folds what is folded to itself, quote marks and dots apart', () => {
    for (const [quote] of SAME) {
      const once = fold(quote).folded
      expect(fold(once).folded).toBe(once)
    }
  })
})

describe('the first rules, by which earlier exports are judged', () => {
  it.each([
    ["обов'язок", 'Їхній обовʼязок перед містом', 'altered'],
    ['신문에서', '장관은 신문에서'.normalize('NFD'), 'missing'],
    ['lawful', 'an un\u00adlawful act', 'verbatim'],
    ['co operation', 'the co\ufeffoperation', 'normalised'],
    ['"so"', 'it was “so” then', 'normalised']
  ])('find %j in %j to be %s', (quote, text, state) => {
    const found = verifyQuote(quote, prepareText(text, 1)).state
    if (state === 'altered' || state === 'missing') expect(['altered', 'missing']).toContain(found)
    else expect(found).toBe(state)
  })
})
