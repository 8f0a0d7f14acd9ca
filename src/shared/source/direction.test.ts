import { expect, test } from 'vitest'
import { directionOf, directionOfLanguage } from './direction.ts'

test('a text runs as most of its letters do', () => {
  expect(directionOf('The quay is shut.')).toBe('ltr')
  expect(directionOf('הרציף נסגר.')).toBe('rtl')
  expect(directionOf('أغلق الرصيف.')).toBe('rtl')
  expect(directionOf('港口已经关闭。')).toBe('ltr')
})

test('a name in another script turns nothing', () => {
  expect(directionOf('Northern Courier: הרציף הישן נסגר אתמול לתנועה כבדה')).toBe('rtl')
  expect(directionOf('The word שלום means peace.')).toBe('ltr')
})

test('figures and signs run as what is about them', () => {
  expect(directionOf('1 · 2031', 'rtl')).toBe('rtl')
  expect(directionOf('')).toBe('ltr')
})

test('knows by its tag how a language is written', () => {
  expect(['ar', 'he-IL', 'FA', 'ckb', 'pa-Arab', 'az-Arab-IR'].map(directionOfLanguage)).toEqual(Array(6).fill('rtl'))
  expect(['en', 'arn', 'ur-Latn', 'zh-Hant', 'pa'].map(directionOfLanguage)).toEqual(Array(5).fill('ltr'))
})
