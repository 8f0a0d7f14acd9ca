import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutReason, wholeWords } from './boundary.ts'
import { prepareText } from './prepared.ts'
import type { QuoteState } from './quote.ts'
import { verifyQuote } from './verify.ts'

const ARTICLE = [
  'Harbour board kept memo from inquiry',
  'The memo, dated 11 February, warned that the inspection “had not been completed to the standard the board requires”.',
  'A spokesperson for the board said: "We gave the inquiry everything it asked for, at the time it asked for it."',
  'Sailing is not permitted in winter, but ferries, which could carry 400 passengers, sailed on 2,015 days.',
  'The chair, Ms Lind, said the ministry had, without delay, published every letter. Nobody was told. The letters are long.',
  'The captain is allegedly guilty and they can’t leave. The non-lethal plan cost 1.5 million.'
].join('\n')
const source = prepareText(ARTICLE)

function stateOf(words: string, text = source): QuoteState {
  return verifyQuote(words, text).state
}

describe('verbatim', () => {
  it('finds words to the letter and says where', () => {
    const found = verifyQuote('We gave the inquiry everything it asked for', source)
    expect(found.state).toBe('verbatim')
    expect(ARTICLE.slice(found.start!, found.end!)).toBe('We gave the inquiry everything it asked for')
    expect(found.reason).toBe('')
  })

  it('prefers the occurrence that the hint describes', () => {
    const text = prepareText('one two three. one two four. one two five.')
    expect(verifyQuote('one two', text).start).toBe(0)
    expect(verifyQuote('one two', text, { start: 16 }).start).toBe(15)
    expect(verifyQuote('one two', text, { prefix: 'four. ', suffix: ' five' }).start).toBe(29)
  })

  it.each([
    ['lawful', 'The unlawful detention'],
    ['permitted', 'It is unpermitted'],
    ['they can', 'they can’t leave'],
    ['they can', "they can't leave"],
    ['015 days', 'on 2,015 days'],
    ['5 million', 'cost 1.5 million'],
    ['2', 'cost 2.5 million'],
    ['5 degrees', 'It was -5 degrees'],
    ['lethal plan', 'The non-lethal plan'],
    ['ять чиновників', "і П'ять чиновників"],
    ['єднана рада', 'Об’єднана рада'],
    ['Об', 'Обʼєднана рада'],
    ['t say it', 'I didn’t say it'],
    ['’t say it', 'I didn’t say it'],
    ['I didn', "I didn't say it"],
    ['I didn’', 'I didn’t say it'],
    ['clock', 'at nine o’clock'],
    ['at nine o', 'at nine o’clock'],
    ['Hara left', 'O’Hara left'],
    ['un a parlé', 'quelqu’un a parlé'],
    ['Aucun n', 'Aucun n’est venu'],
    ['s closest', 'Britain’s closest'],
    ['ll go', 'they’ll go'],
    ['they', 'they’ll go'],
    ['קט לקח', 'את ז׳קט לקח'],
    ['they are non', 'they are non-lethal weapons'],
    ['they are non-', 'they are non-lethal weapons'],
    ['they are non', 'they are non-\nlethal weapons'],
    ['-lethal weapons', 'they are non-lethal weapons'],
    ['the anti', 'the anti‑war party'],
    ['the Covid', 'the Covid-19 ward'],
    ['after 10', 'after 10-year terms']
  ])('refuses %j cut out of %j', (words, text) => {
    const found = verifyQuote(words, prepareText(text))
    expect(found.state).toBe('altered')
    expect(found.reason).toMatch(/inside the (word|number)/)
  })

  it.each([
    ['inspection', 'l’inspection du ferry'],
    ['Britain', 'Britain’s closest ally'],
    ['terrorism source', 'a counter terrorism source'],
    ['accord d’hier', 'dit l’accord d’hier'],
    ['ACCORD', "L'ACCORD tient"],
    ['accord', 'de lʼaccord d’hier'],
    ['à hier', 'jusqu’à hier'],
    ['État', 'ce qu’l’État veut'],
    ['est venu', "Aucun n'est venu"],
    ['Aucun n’', 'Aucun n’est venu'],
    ['est lui', 'c’est lui'],
    ['acqua alta', "l'allarme dell'acqua alta"],
    ['αγαπώ', 'πως σ’αγαπώ'],
    ['the board', "said 'the board' then"],
    ['going', 'the ‘going’ rate'],
    ['geht', 'so geht’s nicht'],
    ['the board', 'the board - it knew'],
    ['the board', 'the board—it knew'],
    ['Ein', 'die Ein- und Ausfuhr'],
    ['known', 'a well-known plan'],
    ['10', 'pages 10-12 of it'],
    ['协议', '双方签署协议后'],
    ['😀 it', 'we got 😀 it'],
    ['22', 'killed 22, injured 64']
  ])('lets %j begin and end in %j', (words, text) => {
    expect(stateOf(words, prepareText(text))).toBe('verbatim')
  })
})

describe('the first rules', () => {
  it.each([
    ['t say it', "I didn't say it"],
    ['they are non', 'they are non-lethal weapons'],
    ['at nine o', 'at nine o’clock']
  ])('still let %j begin and end in %j', (words, text) => {
    expect(stateOf(words, prepareText(text, 1))).toBe('verbatim')
  })
})

describe('a selection', () => {
  it.each([
    ['t say', "I didn't say it", "didn't say"],
    ['are non', 'they are non-lethal weapons', 'are non-lethal'],
    ['accord', 'dit l’accord d’hier', 'accord'],
    ['Britain', 'Britain’s ally', 'Britain'],
    ['they can', 'they can’t leave', 'they can’t']
  ])('of %j in %j becomes %j', (selected, text, quote) => {
    const at = text.indexOf(selected)
    const { start, end } = wholeWords(text, at, at + selected.length)
    expect(text.slice(start, end)).toBe(quote)
    expect(cutReason(text, start, end)).toBeNull()
  })
})

describe('normalised', () => {
  it.each([
    ['quote marks', 'the inspection "had not been completed', 'Only quote marks differ.'],
    ['single for double marks', "said: 'We gave the inquiry", 'Only quote marks differ.'],
    ['marks put around', '“We gave the inquiry everything”', 'Only quote marks differ.'],
    ['white space', 'We  gave\nthe inquiry', 'Only white space differs.'],
    ['a paragraph break', 'kept memo from inquiry The memo', 'Only white space differs.']
  ])('accepts other %s and says so', (_, words, reason) => {
    const found = verifyQuote(words, source)
    expect(found).toMatchObject({ state: 'normalised', reason })
    expect(found.difference.some((part) => part.kind !== 'same')).toBe(true)
  })

  it.each([
    ['Über 10–12', 'Über 10-12', 'dashes and composition'],
    ['final', 'ﬁnal', 'a ligature'],
    ['cooperation', 'co\u00adopera\u200btion', 'invisible characters'],
    ['wait...', 'wait…', 'an ellipsis character'],
    ["so ''called''", 'so "called"', 'typewriter marks'],
    ['10 000', '10\u202f000', 'a narrow space']
  ])('takes %j for %j: %s', (words, text) => {
    expect(stateOf(words, prepareText(text))).toBe('normalised')
  })

  it.each([
    ['us', 'the US', 'case'],
    ['therapist', 'the rapist', 'a missing space'],
    ['102', '10²', 'a superscript'],
    ['We gave, the inquiry', 'We gave the inquiry', 'a comma'],
    ['We gave the inquiry.', 'We gave the inquiry,', 'a full stop'],
    ['resume', 'résumé', 'an accent']
  ])('does not take %j for %j: %s', (words, text) => {
    expect(['altered', 'missing']).toContain(stateOf(words, prepareText(text)))
  })
})

describe('shortened quotations', () => {
  it.each([
    'The memo ... warned that the inspection',
    'The memo […] warned that the inspection',
    'The memo [...] warned that the inspection',
    'The memo, dated 11 February, . . . the inspection',
    'ferries ... sailed on 2,015 days',
    '... We gave the inquiry everything it asked for ...',
    '[w]e gave the inquiry everything it asked for',
    'We gave [the chair’s] inquiry everything',
    'We gave the inquiry [chaired by Ms Lind] everything it asked for',
    'The letters [are] long',
    'said: "We gave the inquiry everything..."',
    '“...We gave the inquiry everything'
  ])('pass: %j', (words) => {
    expect(verifyQuote(words, source)).toMatchObject({ state: 'normalised' })
  })

  it('leave out what a relative clause says of a noun', () => {
    const text = prepareText('Police, who reported the leak on Monday, have halted it. The aide, reportedly, was told.')
    expect(stateOf('Police ... have halted it', text)).toBe('normalised')
    expect(stateOf('The aide ... was told', text)).toBe('altered')
  })

  it('shows what was left out', () => {
    const { difference, fragments } = verifyQuote('The memo [...] warned', source)
    expect(difference).toContainEqual({ kind: 'omitted', text: ', dated 11 February, ' })
    expect(fragments).toHaveLength(2)
  })

  it.each([
    ['Sailing is ... permitted in winter', 'not'],
    ['Sailing is […] permitted', 'not'],
    ['the ministry had ... published every letter', 'without'],
    ['published every letter. ... The letters are long.', 'Nobody'],
    ['The captain is ... guilty', 'allegedly'],
    ['they ... leave', 'can’t'],
    ['The inspection had [been] completed', 'not']
  ])('refuse %j, which swallows %j', (words, swallowed) => {
    const text = prepareText(ARTICLE.replace('the inspection “had', 'The inspection had'))
    const found = verifyQuote(words, text)
    expect(found.state).toBe('altered')
    expect(found.reason).toContain(swallowed)
  })

  it.each([
    ['Er ist ... schuldig', 'Er ist nicht schuldig'],
    ['Il est ... permis', 'Il est jamais permis'],
    ['Он ... виновен', 'Он не виновен'],
    ['这是 ... 真的', '这是 不 真的'],
    ['It was ... accepted', 'It was hardly accepted']
  ])('refuse %j from %j', (words, text) => {
    expect(stateOf(words, prepareText(text))).toBe('altered')
  })

  it('refuse a negation put in by the author', () => {
    expect(verifyQuote('ferries [never] sailed', prepareText('the ferries sailed'))).toMatchObject({ state: 'altered' })
  })

  it('refuse fragments in another order, far apart, or cut out of words', () => {
    expect(stateOf('asked for it ... We gave the inquiry')).toBe('altered')
    expect(stateOf(`first words ... last words`, prepareText(`first words ${'and more '.repeat(80)}last words`))).toBe(
      'altered'
    )
    expect(stateOf('a b c\n\nlast', prepareText('x'))).toBe('missing')
    expect(verifyQuote('The mem ... warned that', source).state).toBe('altered')
  })

  it('finds the reading that passes when another one does not', () => {
    const text = prepareText('Parking is not permitted here. Parking is always permitted there.')
    expect(stateOf('Parking is ... permitted', text)).toBe('normalised')
  })

  it('takes dots that stand in the source for what they are', () => {
    expect(stateOf('wait... and see', prepareText('They said wait... and see.'))).toBe('verbatim')
  })
})

describe('altered and missing', () => {
  it('names the changed word', () => {
    expect(verifyQuote('We gave the inquiry nothing it asked for', source)).toMatchObject({
      state: 'altered',
      reason: 'The source says “everything” where the quote says “nothing”.'
    })
    expect(verifyQuote('We gave the whole inquiry everything it asked for', source).reason).toBe(
      'The quote has “whole” after “We gave the”; the source doesn’t.'
    )
  })

  it('finds short words from which one was left out', () => {
    expect(stateOf('is permitted', prepareText('Parking is not permitted here.'))).toBe('altered')
  })

  it('finds one changed letter', () => {
    const found = verifyQuote('We gave the inquiry everithing it asked for', source)
    expect(found.state).toBe('altered')
    expect(ARTICLE.slice(found.start!, found.end!)).toBe('We gave the inquiry everything it asked for')
  })

  it('finds a long quotation of which only a part stands in the source', () => {
    const words =
      'The minister resigned at noon and said: We gave the inquiry everything it asked for, in spite of all the many warnings that had come from the coast'
    expect(stateOf(words)).toBe('altered')
  })

  it.each(['', '   ', 'Ministers in the capital resigned after a storm of protest', 'zzz', '...'])(
    'says that %j is missing',
    (words) => {
      const found = verifyQuote(words, source)
      expect(found).toMatchObject({ state: 'missing', start: null, end: null })
      expect(found.reason).not.toBe('')
    }
  )

  it('answers for one MB in reasonable work', () => {
    const big = prepareText(
      `${'The quick brown fox jumps over the lazy dog near Sollen harbour. '.repeat(16_000)}${ARTICLE}`
    )
    expect(stateOf('We gave the inquiry everything it demanded', big)).toBe('altered')
    expect(stateOf('Ministers in the capital resigned after a storm of protest', big)).toBe('missing')
  })
})

describe('any words', () => {
  const piece = fc.constantFrom(
    'the ',
    'memo',
    '...',
    '[',
    ']',
    '…',
    '“',
    '”',
    ' not ',
    'b',
    '. ',
    '\n',
    '[...]',
    '😀',
    "n't",
    ' board ',
    '-'
  )
  const words = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

  it('get an answer that fits the text, and verbatim means verbatim', () => {
    fc.assert(
      fc.property(words, words, (quoted, text) => {
        const { state, start, end, fragments, reason, difference } = verifyQuote(quoted, prepareText(text))
        if (state === 'missing') expect([start, end, fragments]).toEqual([null, null, []])
        else {
          expect(start!).toBeGreaterThanOrEqual(0)
          expect(end!).toBeGreaterThan(start!)
          expect(end!).toBeLessThanOrEqual(text.length)
        }
        if (state === 'verbatim') expect(text.slice(start!, end!)).toBe(quoted.trim())
        expect(reason === '').toBe(state === 'verbatim')
        // What a quote that passes leaves out never denies.
        if (state === 'normalised') {
          for (const part of difference) if (part.kind === 'omitted') expect(part.text).not.toMatch(/\bnot\b/)
        }
      }),
      { numRuns: 3000 }
    )
  })
})
