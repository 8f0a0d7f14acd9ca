import { describe, expect, it } from 'vitest'
import { betterChoice, densestRun, isRunningText } from './choose-blocks.ts'
import { parsePage } from '../../markup/dom.ts'
import { surveyPage } from './survey.ts'

const SENTENCE = 'The board that runs Sollen harbour held back a memo on the hull from the inquiry for nine days.'
const menu = `<ul>${'<li><a href="/x">Ferries</a></li>'.repeat(20)}</ul>`
const comments = `<div class="comments">${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(9)}</div>`
const article = `<div class="story"><h2>The memo</h2>${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(4)}</div>`
const notices = `<div class="disclosure">${`<p>${SENTENCE}</p>`.repeat(2)}</div>`

function survey(html: string): ReturnType<typeof surveyPage> {
  return surveyPage(parsePage(`<html><head></head><body>${html}</body></html>`).body)
}

function textOf(html: string, choose: (blocks: ReturnType<typeof surveyPage>) => readonly boolean[]): string[] {
  const blocks = survey(html)
  const chosen = choose(blocks)
  return [
    ...new Set(
      blocks
        .filter((_, index) => chosen[index])
        .map((block) => block.parts.at(-1)!.name + [...block.parts.at(-1)!.tokens].join(''))
    )
  ]
}

describe('the densest run of a page', () => {
  it('is the article, not the longer comments', () => {
    expect(textOf(menu + article + menu + comments, densestRun)).toEqual(['DIVstory'])
  })

  it('is empty on a page of links', () => {
    expect(densestRun(survey(menu)).some(Boolean)).toBe(false)
  })

  it('stands in where Readability took nothing but notices', () => {
    const html = article + menu + notices
    const isNotice = (blocks: ReturnType<typeof surveyPage>): boolean[] =>
      blocks.map((block) => block.parts.some((part) => part.tokens.has('disclosure')))
    expect(textOf(html, (blocks) => betterChoice(blocks, isNotice(blocks)))).toEqual(['DIVstory'])
    const isStory = (blocks: ReturnType<typeof surveyPage>): boolean[] => isNotice(blocks).map((yes) => !yes)
    expect(textOf(html, (blocks) => betterChoice(blocks, isStory(blocks)))).toContain('DIVstory')
  })
})

describe('the survey of a page', () => {
  it('measures links, words and the parts around', () => {
    const [block] = survey(
      '<main id="pageMain"><p class="lead-text">See <a href="/m">the memo</a> of the board</p></main>'
    )
    expect(block).toMatchObject({ type: 'paragraph', words: 6, key: 'seethememooftheboard' })
    expect(block!.linkShare).toBeCloseTo(8 / 25)
    expect(block!.parts.map((part) => [part.name, [...part.tokens], part.words])).toEqual([
      ['P', ['lead', 'text'], 6],
      ['MAIN', ['page', 'main'], 6]
    ])
    expect(isRunningText(block!)).toBe(false)
  })
})
