import { describe, expect, it } from 'vitest'
import { hasSlot, isPlaceholder } from './placeholder.ts'

describe('values that nobody filled in', () => {
  it.each([
    '{{author}}',
    '{{ article.title }}',
    '{{title}} | {{site}}',
    '%%title%%',
    '${headline}',
    '[[name]]',
    '<%= title %>',
    '{% block title %}',
    '__TITLE__',
    'undefined',
    'null',
    'undefined undefined',
    'undefined | undefined',
    '[object Object]',
    'NaN',
    'Author Name',
    'Firstname Lastname',
    'First Name Last Name',
    'Article Title',
    'Site Name',
    'Untitled Document',
    'https://courier.example/{{slug}}',
    'https://courier.example/%7B%7Bslug%7D%7D',
    'https://courier.example/${id}',
    'https://courier.example/undefined'
  ])('takes %s for none', (value) => {
    expect(isPlaceholder(value)).toBe(true)
  })

  it.each([
    'Harbour board kept memo for nine days',
    'How to write {{ slots }} in templates',
    'The Undefined Life of a Ferry',
    'Null and void: the harbour board’s vote',
    'None of the above',
    'Title fight ends in Sollen',
    'Name of the ship withheld',
    'https://courier.example/2031/03/04/memo?x=%7B1%7D',
    'https://courier.example/null-and-void'
  ])('takes %s for a value', (value) => {
    expect(isPlaceholder(value)).toBe(false)
  })

  it('finds a slot within a name', () => {
    expect(hasSlot('Tove {{lastname}}')).toBe(true)
    expect(hasSlot('Tove Lind')).toBe(false)
  })
})
