import type { Laid, Truth } from './layouts.test-helper.ts'
import type { WideLayouts } from './seventh-layouts.test-helper.ts'
import type { Chance } from './made-article.test-helper.ts'
import { makeWideArticle, wideDay, type WideArticle } from './wide-article.test-helper.ts'
import { WIDE_WORDS, type WideTongue } from './wide-words.test-helper.ts'

const ALL = Object.keys(WIDE_WORDS) as WideTongue[]
const CASED: WideTongue[] = ['en', 'de', 'fr', 'pt', 'tr', 'cs', 'ru', 'uk', 'el']
const nobody: Partial<Truth> = { authors: null }

function plain(head: string[], truth: Partial<Truth> = nobody): Laid {
  return { head, truth, compact: true, spaced: true }
}

/** Written after the seventh set was read well, of publishers and headlines of its own, to tell how it does with what it wasn't made for. */
export const EIGHTH_LAYOUTS: WideLayouts = {
  'DATE: day, PUBLISHER: name, rule': [
    (a, c) => plain([`DATE: ${wideDay(c, a)}`, `PUBLISHER: ${a.publisher}`, '----------', '', a.title]),
    ...ALL
  ],
  'publisher in capitals, day in brackets below': [
    (a, c) =>
      plain([a.publisher.toUpperCase(), `(${wideDay(c, a)})`, '', a.title], {
        ...nobody,
        publisher: a.publisher.toUpperCase()
      }),
    ...CASED
  ],
  'title, rule, day // publisher': [
    (a, c) => plain([a.title, c.pick(['---', '___', '* * *']), `${wideDay(c, a)} // ${a.publisher}`]),
    ...ALL
  ],
  'title, publisher (day)': [(a, c) => plain([a.title, '', `${a.publisher} (${wideDay(c, a)})`]), ...ALL],
  'title, author, publisher and day on lines': [
    (a, c) => plain([a.title, '', a.authors[0]!, a.publisher, wideDay(c, a)], {}),
    ...CASED
  ],
  'author (publisher), day': [
    (a, c) => plain([`${a.authors[0]!} (${a.publisher})`, wideDay(c, a), '', a.title], {}),
    ...CASED
  ],
  'publisher, rule, title, rule, day': [
    (a, c) => plain([a.publisher, '=====', a.title, '=====', wideDay(c, a)]),
    ...ALL
  ],
  'day | title, publisher below': [
    (a, c) =>
      plain([`${wideDay(c, a)}`, a.title, '', `${c.pick(['(', ''])}${a.publisher}`.replace(/^\((.*)$/, '($1)')]),
    ...ALL
  ],
  'weekday, day - publisher': [
    (a, c) => plain([`${c.pick(['Monday', 'Thu', 'Friday'])}, ${wideDay(c, a)} - ${a.publisher}`, '-', a.title]),
    'en'
  ],
  'publisher » day » title': [(a, c) => plain([`${a.publisher} » ${wideDay(c, a)}`, '', a.title]), ...ALL],
  'time stamp of a log': [
    (a, c) => plain([`${a.day}T0${c.whole(1, 9)}:${c.whole(10, 59)}:00Z ${a.publisher}`, '', a.title]),
    ...ALL
  ],
  'day, dots, publisher': [(a, c) => plain([`${wideDay(c, a)} ..... ${a.publisher}`, '', a.title]), ...ALL],
  'retrieved line between': [
    (a, c) => plain([`${a.publisher} - ${wideDay(c, a)}`, `https://ports.example/${c.whole(100, 999)}`, '', a.title]),
    ...ALL
  ],
  'quoted mark before': [(a, c) => plain([`> ${wideDay(c, a)} – ${a.publisher}`, '', `${a.title}`]), ...ALL],
  'title in Markdown bold': [
    (a, c) => ({ ...plain([`**${a.title}**`, '', `_${wideDay(c, a)} — ${a.publisher}_`]), name: 'a.md' }),
    ...ALL
  ],
  'name - date': [(a, c) => plain([`${a.publisher}, ${wideDay(c, a)}`, '-', a.title]), ...ALL],
  'date, publisher': [(a, c) => plain([`${wideDay(c, a)}, ${a.publisher}`, '', a.title]), ...ALL],
  'from publisher on day': [(a, c) => plain([a.title, '', `From ${a.publisher}, ${wideDay(c, a)}`]), 'en'],
  'by author, publisher, day in one line below': [
    (a, c) => plain([a.title, `${a.authors[0]!}, ${a.publisher}, ${wideDay(c, a)}`], {}),
    ...CASED
  ],
  'no publisher': [(a, c) => plain([`date ${wideDay(c, a)}`, '-', a.title], { ...nobody, publisher: null }), ...ALL],
  'no date': [(a) => plain([a.publisher, '-----', a.title], { ...nobody, published: null }), ...ALL]
}

/** Other institutions and headlines than the seventh set's. */
const EIGHTH_WORDS: Partial<Record<WideTongue, { titles: string[]; outlets: string[] }>> = {
  en: {
    titles: [
      'Tide',
      'Why?',
      'Ports: a warning',
      'Nobody will say who signed the paper, and nobody will say who kept it',
      'BRIDGE SHUT',
      'Sold.'
    ],
    outlets: [
      'Royal Society for the Study of Tides',
      'Vestad Harbour Trust',
      'The Orre Packet',
      'National Archive of the Republic of Vestad',
      'Ferrymen’s Union of the Northern Isles',
      'Sollen Evening Mail'
    ]
  },
  de: {
    titles: ['Flut', 'Warum?', 'Brücke zu', 'Niemand sagt, wer unterschrieben hat'],
    outlets: [
      'Bundesamt für Seeschifffahrt Vestad',
      'Inselbote',
      'Institut für Küstenkunde',
      'Stiftung Warentransport Orre'
    ]
  },
  fr: {
    titles: ['Marée', 'Pourquoi ?', 'Le pont est fermé', 'Personne ne dit qui a signé'],
    outlets: [
      'Agence régionale des estuaires',
      'Le Courrier des Îles',
      'Tribunal maritime de Sollen',
      'Institut des marées'
    ]
  },
  pt: {
    titles: ['Maré', 'Porquê?', 'Ninguém diz quem assinou'],
    outlets: ['Instituto das Marés', 'Correio das Ilhas', 'Câmara Municipal de Sollen']
  },
  tr: {
    titles: ['Gelgit', 'Neden?', 'Kimin imzaladığını kimse söylemiyor'],
    outlets: ['Sollen Belediyesi', 'Adalar Haber Ajansı', 'Deniz Araştırmaları Enstitüsü']
  },
  cs: {
    titles: ['Příliv', 'Proč?', 'Nikdo neříká, kdo podepsal'],
    outlets: ['Ústav přílivu a odlivu', 'Ostrovní deník', 'Městský soud v Sollenu']
  },
  ru: {
    titles: ['Прилив', 'Почему?', 'Никто не говорит, кто подписал'],
    outlets: ['Институт приливов', 'Островные новости', 'Морской суд Соллена', 'Администрация порта']
  },
  uk: {
    titles: ['Приплив', 'Чому?', 'Ніхто не каже, хто підписав'],
    outlets: ['Інститут припливів', 'Острівні новини', 'Морський суд Соллена']
  },
  el: {
    titles: ['Παλίρροια', 'Γιατί;', 'Κανείς δεν λέει ποιος υπέγραψε'],
    outlets: ['Ινστιτούτο Παλιρροιών', 'Τα Νέα των Νησιών', 'Δήμος Σόλεν']
  },
  ar: { titles: ['المد', 'لماذا؟', 'لا أحد يقول من وقع'], outlets: ['معهد المد والجزر', 'أخبار الجزر', 'بلدية سولن'] },
  he: { titles: ['גאות', 'למה?', 'איש אינו אומר מי חתם'], outlets: ['המכון לחקר הגאות', 'חדשות האיים', 'עיריית סולן'] },
  zh: { titles: ['潮水', '为什么？', '没有人说是谁签的字'], outlets: ['潮汐研究所', '群岛新闻网', '索伦市政府'] },
  ja: { titles: ['潮', 'なぜか', '誰が署名したか誰も語らず'], outlets: ['潮汐研究所', '島々ニュース', 'ソレン市役所'] },
  ko: {
    titles: ['밀물', '왜?', '누가 서명했는지 아무도 말하지 않는다'],
    outlets: ['조석연구소', '섬뉴스', '솔렌시청']
  },
  th: { titles: ['น้ำขึ้น', 'ทำไม', 'ไม่มีใครบอกว่าใครลงนาม'], outlets: ['สถาบันวิจัยน้ำขึ้นน้ำลง', 'ข่าวหมู่เกาะ', 'เทศบาลซอลเลน'] }
}

/** An article of the eighth set. */
export function makeEighthArticle(chance: Chance, tongue: WideTongue): WideArticle {
  const article = makeWideArticle(chance, tongue)
  const words = EIGHTH_WORDS[tongue]
  return words === undefined
    ? article
    : { ...article, title: chance.pick(words.titles), publisher: chance.pick(words.outlets) }
}
