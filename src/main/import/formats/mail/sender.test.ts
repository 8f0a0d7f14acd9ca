import { addressParser } from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { decodeField } from './encoded-words.ts'
import { joinedSenders, readSenderName } from './sender.ts'

describe('a sender’s name', () => {
  it.each([
    ['Tove Lind', '', 'Tove Lind', null],
    ['"Lind, Tove"', 'tove.lind@x.example', 'Tove Lind', null],
    ['Lind, Tove (Sollen Office)', '', 'Tove Lind', 'Sollen Office'],
    ['Lind, Tove (Coast Courier)', 'tove.lind@x.example', 'Tove Lind', 'Coast Courier'],
    ['Lind, Tove [Ports/SOL]', '', 'Tove Lind', 'Ports/SOL'],
    ["'Tove Lind' via Harbour Watch", 'watch@x.example', 'Tove Lind', 'Harbour Watch'],
    ["'Lind, Tove' via Harbour Watch", 'watch@x.example', 'Tove Lind', 'Harbour Watch'],
    ['Tove Lind via', '', 'Tove Lind', null],
    ['Tove Lind on behalf of Harbour Board', '', 'Tove Lind', 'Harbour Board'],
    ['Tove Lind im Auftrag von Hafenamt Sollen', '', 'Tove Lind', 'Hafenamt Sollen'],
    ['Lind Tove, Ports/Sollen', 'tove.lind@x.example', 'Tove Lind', 'Ports/Sollen'],
    ['Tove Lind, Northern Courier', 'tl@x.example', 'Tove Lind', 'Northern Courier'],
    ['Varnholt Quill, Ilse', 'ilse.varnholt@x.example', 'Ilse Varnholt Quill', null],
    ['van der Berk, Ola', 'o.vanderberk@x.example', 'Ola van der Berk', null],
    ['Lind, Tove, Ports/Sollen', '', 'Tove Lind', 'Ports/Sollen'],
    ['Tove Lind, PhD', '', 'Tove Lind', 'PhD'],
    ['LIND Tove', '', 'Tove Lind', null],
    ['VAN DAM Ola', '', 'Ola Van Dam', null],
    ['Tove Lind | Northern Courier', '', 'Tove Lind', 'Northern Courier'],
    ['Tove Lind from Northern Courier', '', 'Tove Lind', 'Northern Courier'],
    ['Tove Lind at the Harbour Trust', '', 'Tove Lind', 'the Harbour Trust'],
    ['CN=Tove Lind/OU=Ports/O=Sollen', '', 'Tove Lind', null],
    ['/O=SOLLEN/OU=PORTS/CN=RECIPIENTS/CN=TLIND', '', 'TLIND', null],
    ['Tove Lind/Ports/Sollen', '', 'Tove Lind', null],
    ['tove.lind@x.example', 'tove.lind@x.example', '', null],
    ['Prof. Dr. Odile Brandt | Universität Sollen', 'ob@x.example', 'Odile Brandt', 'Universität Sollen'],
    ['Prof. Dr. med. h.c. Odile Brandt', '', 'Odile Brandt', null],
    ['Dr.-Ing. Odile Brandt', '', 'Odile Brandt', null],
    ['Brandt, Dr. Odile', 'ob@x.example', 'Odile Brandt', null],
    ['H. C. Odile Brandt', '', 'H. C. Odile Brandt', null],
    ['Med Odile Brandt', '', 'Med Odile Brandt', null],
    ['Tove Lind | Cake Club', '', 'Tove Lind', 'Cake Club'],
    ['Jørn Moll', 'jorn.moll@x.example', 'Jørn Moll', null],
    ['Harbour Board', '', 'Harbour Board', null]
  ])('%j of %j is %j, beside %j', (written, address, name, group) => {
    expect(readSenderName(written, address)).toEqual({ name, group })
  })
})

describe('the senders of a field', () => {
  it.each([
    ['=?iso-8859-1?Q?Lind=2C_Tov=E9?= <tl@x.example>', ['Tové Lind']],
    ['=?utf-8?Q?Lind=2C?= =?iso-8859-1?Q?_Tov=E9?= <tl@x.example>', ['Tové Lind']],
    ['"=?utf-8?Q?Lind=2C_Tov=C3=A9?=" <tl@x.example>', ['Tové Lind']],
    [
      '=?utf-8?Q?Lind=2C_Tov=C3=A9_=28Sollen=29?= <a@x.example>, =?utf-8?Q?Brandt=2C_Odile?= <b@x.example>',
      ['Tové Lind', 'Odile Brandt']
    ],
    ['=?utf-8?Q?Tove_Lind_=3Ctl=40x.example=3E?=', ['Tove Lind']],
    ['Lind, Tove <tl@x.example>', ['Tove Lind']],
    ['Lind, Tove', ['Tove Lind']],
    ['Lind, Tove, PhD <tl@x.example>', ['Tove Lind']],
    ['Lind, Tove, Northern Courier <tl@x.example>', ['Tove Lind']],
    ['van der Lind, Tove Maria <tl@x.example>', ['Tove Maria van der Lind']],
    ['Varnholt Quill, Ilse Maria <ilse.varnholt@x.example>', ['Ilse Maria Varnholt Quill']],
    ['Lind, Tove <tl@x.example>, Brandt, Odile <ob@x.example>', ['Tove Lind', 'Odile Brandt']],
    ['Tove Lind, Odile Brandt <ob@x.example>', ['Tove Lind', 'Odile Brandt']],
    ['Tove Lind <tl@x.example>, Odile Brandt <ob@x.example>', ['Tove Lind', 'Odile Brandt']],
    ['Harbour Board, Tove Lind <tl@x.example>', ['Harbour Board', 'Tove Lind']]
  ])('%j are %j', (written, names) => {
    const parts = addressParser(decodeField(written, true)).map(({ name, address = '' }) => ({ name, address }))
    expect(joinedSenders(parts).map(({ name, address }) => readSenderName(name, address).name)).toEqual(names)
  })
})
