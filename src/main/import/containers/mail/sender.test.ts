import { describe, expect, it } from 'vitest'
import { readSenderName } from './sender.ts'

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
    ['Jørn Moll', 'jorn.moll@x.example', 'Jørn Moll', null],
    ['Harbour Board', '', 'Harbour Board', null]
  ])('%j of %j is %j, beside %j', (written, address, name, group) => {
    expect(readSenderName(written, address)).toEqual({ name, group })
  })
})
