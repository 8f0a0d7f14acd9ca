import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { fieldValue, readHeaderFields } from './fields.ts'

const mail = (encoding: string, from: string, subject: string, rest = ''): Buffer =>
  iconv.encode(`From: ${from} <t@sollen.example>\r\nSubject: ${subject}\r\n${rest}\r\n\r\nText.`, encoding)

it.each([
  ['utf-8', 'Тове Линд', 'Записка о пароме', ''],
  ['windows-1251', 'Тове Линд', 'Записка о трещине в корпусе парома', ''],
  ['koi8-r', 'Тове Линд', 'Записка', 'Content-Type: text/plain; charset=koi8-r'],
  ['gb18030', '林德', '关于渡轮船体裂缝的备忘录', 'Content-Type: text/plain;\r\n charset="GB2312"'],
  ['windows-1252', 'Tove Lindström', 'Mémoire', 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=iso-8859-1'],
  ['shift_jis', 'リンド', '連絡船の船体の亀裂に関する文書', '']
])('raw header lines in %s are read', (encoding, from, subject, rest) => {
  const fields = readHeaderFields(mail(encoding, from, subject, rest))
  expect(fieldValue(fields, 'from')).toBe(`${from} <t@sollen.example>`)
  expect(fieldValue(fields, 'subject')).toBe(subject)
})

it('lines of two encodings are each read in their own', () => {
  const message = Buffer.concat([
    Buffer.from('To: Совет порта <b@sollen.example>\r\n'),
    mail('windows-1251', 'Тове Линд', 'Записка о трещине в корпусе парома')
  ])
  const fields = readHeaderFields(message)
  expect(fieldValue(fields, 'to')).toBe('Совет порта <b@sollen.example>')
  expect(fieldValue(fields, 'subject')).toBe('Записка о трещине в корпусе парома')
})
