import { noMetadata, notFound, type Source } from '../../shared/source/source.ts'
import type { Quote } from '../../shared/quote/quote.ts'

/** Words of made-up reports in many languages, with what is hard about each. */
export const LANGUAGES: Record<string, readonly string[]> = {
  en: 'The harbour board kept the memo from the inquiry for nine days. “We don’t know why,” said the board’s well-known clerk; fares rose 1,000.50 crowns (½ of 2,001).'.split(
    ' '
  ),
  de: 'Die Hafenbehörde hielt das Memo zurück. Straße, STRASSE, Maß, Übergröße: „Wir wissen’s nicht“, sagte der Schriftführer über die Fähre.'.split(
    ' '
  ),
  fr: 'L’office du port a gardé la note pendant neuf jours. « C’était déjà l’été », dit-elle ; œuvre, cœur, naïf, façade, Noe\u0308l.'.split(
    ' '
  ),
  es: 'La junta del puerto guardó el memorando. ¿Por qué? Señaló la niña: «mañana» y pingu\u0308ino, acción, n\u0303andu\u0301.'.split(
    ' '
  ),
  ru: 'Правление порта скрыло записку. Ёлка, ёж, май, й и \u0438\u0306, «не знаем почему», сказал секретарь.'.split(
    ' '
  ),
  el: 'Το λιμάνι κράτησε το ΣΗΜΕΊΩΜΑ. Ὁδυσσεύς, ΟΔΟΣ, οδός, σίγμα και ς, ΐ ΰ.'.split(' '),
  ar: 'احتفظ مجلس الميناء بالمذكرة كِتَابٌ الكتاب ﻻ لا ٣٤ ١٢.'.split(' '),
  he: 'מועצת הנמל שמרה את התזכיר שָׁלוֹם שלום ספר־הים.'.split(' '),
  hi: 'बंदरगाह बोर्ड ने ज्ञापन रखा। हिन्दी हिंदी क़िताब किताब १२३.'.split(' '),
  zh: '港务局 扣留了备忘录九天。 “我们不知道”， 書記說： 𠮷野 㐂 〇 々 東京都。'.split(' '),
  ja: '港湾委員会は メモを 九日間 保留した。 データ ガギグ か\u3099 ｶﾞｷﾞ コーヒー ㍿ 々 ＡＢＣ１２'.split(' '),
  ko: '항만 위원회는 메모를 보류했다. 한국 \u1112\u1161\u11ab\u1100\u116e\u11a8 ㅋㅋ ㄱㅏ'.split(' '),
  vi: 'Ban quản lý cảng đã giữ bản ghi nhớ. Tiếng Việt, Tie\u0302\u0301ng Vie\u0323\u0302t, Đà Nẵng.'.split(' '),
  odd: [
    'İstanbul',
    'ıI',
    'ſage',
    'ﬁnance',
    'K',
    'Å',
    '🙂',
    '👩‍🚀',
    '1️⃣',
    'a\u0000b',
    '\ud800x',
    'y\udc00',
    '𝐁𝐨𝐥𝐝',
    'ⅳ',
    '①②',
    '—',
    '*',
    'x'.repeat(9000),
    'har\u00adbour',
    'e\u0301\u0327',
    '\u0301',
    'OR',
    'NOT',
    'ʼn',
    'C++',
    'AT&T',
    'ǅ',
    'ẞ',
    '\u{1d7d8}',
    'ﷺ',
    '½¼',
    '㎏',
    'a_b',
    'x²',
    'ª'
  ]
}

const NAMES = ['Ilse Varnholt', 'Tove Lind', 'Þóra Ósk', '林 海', 'Ivo Sand']
const PUBLISHERS = ['Northern Courier', 'Sollen Radio', 'Северный вестник', '港湾日報', null]
const PUBLISHED = ['2031-02-27', '2031-03', '2031', '2031-03-04T23:30:00-05:00', '2030-12-31', null, 'spring']
const TAGS = ['ferry', 'Harbour board', 'été']
const TLPS = ['TLP:RED', 'TLP:AMBER+STRICT', null, null] as const

/** A source made of words of a language and of others. */
export function madeSource(number: number, random: () => number): { source: Source; quotes: Quote[]; text: string } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const languages = Object.keys(LANGUAGES)
  const language = languages[number % languages.length]!
  const words = (count: number): string =>
    Array.from({ length: count }, () => pick(LANGUAGES[random() < 0.8 ? language : pick(languages)]!)).join(
      random() < 0.1 ? '' : ' '
    )
  const text = number % 40 === 7 ? '' : words(5 + Math.floor(random() * 60))
  const found = <T>(value: T | null) => ({ ...notFound<T>(), value })
  const id = `${(number % 7).toString().repeat(2)}-${number}`
  const source: Source = {
    id,
    key: `S${number}`,
    formerKeys: number % 11 === 0 ? [`S${number + 1000}`] : [],
    importedAt: '2031-03-12T09:00:00.000Z',
    original: {
      file: 'original.txt',
      name: `report-${number}.txt`,
      mediaType: 'text/plain',
      bytes: 1,
      sha256: '0'.repeat(64)
    },
    container: null,
    text: { sha256: '0'.repeat(64), extractor: 'txt/1', characters: text.length, notice: null },
    metadata: {
      ...noMetadata(),
      title: found(number % 13 === 0 ? null : words(4)),
      authors: found(random() < 0.5 ? [pick(NAMES), pick(NAMES)] : null),
      publisher: found(pick(PUBLISHERS)),
      published: found(pick(PUBLISHED)),
      language: found(language === 'en' ? pick(['en', 'en-GB']) : language)
    },
    tlp: pick(TLPS),
    grading: null,
    tags: random() < 0.3 ? [pick(TAGS)] : [],
    note: random() < 0.2 ? words(6) : '',
    deletedAt: null
  }
  const quotes: Quote[] = []
  for (let n = 0; n < random() * 3 && text.length > 20; n++) {
    const start = Math.floor(random() * (text.length - 10))
    const end = start + 5 + Math.floor(random() * 60)
    quotes.push({
      id: `q-${number}-${n}`,
      key: `Q${number * 10 + n}`,
      formerKeys: [],
      sourceId: id,
      target: {
        exact: text.slice(start, end),
        prefix: '',
        suffix: '',
        start,
        end: Math.min(end, text.length),
        textSha256: '0'.repeat(64)
      },
      createdAt: '2031-03-12T09:00:00.000Z',
      speaker: random() < 0.5 ? pick(NAMES) : null,
      attribution: [],
      note: random() < 0.3 ? words(3) : '',
      tags: random() < 0.3 ? [pick(TAGS)] : [],
      deletedAt: random() < 0.1 ? '2031-03-13T09:00:00.000Z' : null
    })
  }
  return { source, quotes, text }
}
