import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'

const cut = (text: string, language: string | null): string[] =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end))

/** Sentences that must come out as they are written here, when they are joined by spaces. */
function holds(sentences: string[], language: string | null, between = ' '): void {
  expect(cut(sentences.join(between), language)).toEqual(sentences)
}

test('plain sentences, without the white space between them', () => {
  holds(['The quay is closed.', 'Why?', 'Nobody said!', 'It reopens in June'], 'en')
  expect(cut('  One.   Two.  ', 'en')).toEqual(['One.', 'Two.'])
  expect(cut('', 'en')).toEqual([])
})

test('titles and abbreviations end no sentence', () => {
  holds(['Dr. Venn and Mrs. Maron met at St. Anne’s.', 'They left, e.g. by boat.'], 'en')
  holds(['Pier No. 5 is shut.', 'See fig. 3 and pp. 12–14.', 'He said no.', 'Then he left.'], 'en')
  holds(['Hr. Maron traf Dr. Venn am Kai Nr. 5.', 'Z.B. am Abend.'], 'de')
  holds(['M. Maron a vu Mme. Venn.', 'Il est parti.'], 'fr')
  holds(['El Sr. Maron llegó tarde.', 'Nadie lo vio.'], 'es')
})

test('initials belong to the name', () => {
  holds(['The engineer, O. J. Venn, wrote to P. Maron.', 'Nobody answered.'], 'en')
  holds(['They chose plan B.', 'The port agreed.'], 'en')
})

test('figures, times and addresses keep their stops', () => {
  holds(['It was 14.5 millimetres wide.', 'See quay.example for more.'], 'en')
})

test('what is said of a quotation belongs to it', () => {
  holds(['“Stop!” he said.', '“Why?” asked the master.', 'No one knew.'], 'en')
  holds(['「行きます。」と言った。', '船は出た。'], 'ja', '')
})

test('full stops within a short quotation end nothing', () => {
  holds(['“We knew. We did nothing,” she said.', 'Then she left.'], 'en')
  holds(['The sign read "No. 5 is shut. Use No. 6." on Monday.', 'It was wrong.'], 'en')
  holds(['Er sagte: „Wir wussten es. Wir schwiegen.“', 'Dann ging er.'], 'de')
  holds(['Il a dit : « Nous savions. Nous nous taisions. »', 'Puis il est parti.'], 'fr')
})

test('a long quotation is several sentences, and what follows it is cut as before', () => {
  const inner = Array.from({ length: 12 }, (_, n) => `We wrote to the board about pier ${n} in the spring.`)
  const sentences = [
    `"${inner[0]}`,
    ...inner.slice(1, -1),
    `${inner.at(-1)}"`,
    'The board was silent.',
    'So was the port.'
  ]
  expect(cut(sentences.join(' '), 'en').length).toBeGreaterThan(5)
  expect(cut(sentences.join(' '), 'en').slice(-2)).toEqual(sentences.slice(-2))
})

test('Chinese and Japanese full stops', () => {
  holds(['港口已经关闭。', '为什么？', '没有人知道！'], 'zh', '')
  holds(['船は港を出た。', '誰も知らない。'], 'ja', '')
})

test('other scripts', () => {
  holds(['הרציף נסגר.', 'איש לא ידע.'], 'he')
  holds(['أغلق الرصيف.', 'لماذا؟', 'لا أحد يعلم.'], 'ar')
  holds(['घाट बंद है।', 'कोई नहीं जानता।'], 'hi')
})

test('a tag that is none is no hindrance', () => {
  holds(['Dr. Venn left.', 'He came back.'], 'not a tag')
  holds(['Dr. Venn left.', 'He came back.'], null)
})
