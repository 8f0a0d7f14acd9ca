import { describe, expect, it } from 'vitest'
import { htmlCharset } from './html-charset.ts'

describe('the encoding that a page declares', () => {
  it.each<[string, string | null]>([
    ['<meta charset=windows-1251>', 'windows-1251'],
    ["<META  CharSet = ' KOI8-R '/>", 'koi8-r'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-jp">', 'iso-2022-jp'],
    ['<meta content="text/html; charset=\'sjis\'" http-equiv=content-type>', 'shift_jis'],
    ['<meta content="text/html; charset=big5">', 'big5'],
    ['<meta content="text/html; charset=big5"><meta charset="gb2312">', 'gbk'],
    ['<meta name="x" content="a charset of things"><meta charset="l2">', 'iso-8859-2'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="x-user-defined">', 'windows-1252'],
    ['<meta charset="utf-7"><meta charset="latin1">', 'windows-1252'],
    ['<meta charset="nothing"><meta charset="greek">', 'iso-8859-7'],
    ['<meta charset="visual"> ', 'iso-8859-8'],
    ['<meta charset="logical"> ', 'iso-8859-8-i'],
    ['<!-- <meta charset="big5"> --><meta charset="euc-kr">', 'euc-kr'],
    ['<!--><meta charset="big5">', 'big5'],
    ['<script>var m = "<meta charset=big5>"</script><meta charset="euc-kr">', 'euc-kr'],
    ['<title><meta charset="big5"></title><meta charset="euc-kr">', 'euc-kr'],
    ['<div data-x="<meta charset=big5>"><meta charset="euc-kr">', 'euc-kr'],
    ['<metadata charset="big5"><p>', null],
    ['<?xml version="1.0" encoding="koi8-u"?><html>', 'koi8-u'],
    ['<?xml version="1.0" encoding="koi8-u"?><html><meta charset="windows-1251">', 'windows-1251'],
    ['<!-- never ended <meta charset="big5">', null],
    ['<script>never ended <meta charset="big5">', null],
    [`<script>${'/* filler */'.repeat(20_000)}</script><meta charset=windows-1255>`, 'windows-1255'],
    ['<p>a < b <meta charset="big5">', 'big5'],
    ['<meta charset="big5" charset="euc-kr">', 'big5']
  ])('%#: %.80s', (page, encoding) => {
    expect(htmlCharset(page)).toBe(encoding)
  })

  it('is looked for in one pass, whatever the markup', () => {
    for (const unit of ['<', '<!--', '<meta ', '<meta a="', "<a b='", '<script', '</', '<meta charset=x ', '<title>'])
      expect(htmlCharset(unit.repeat(1_000_000 / unit.length))).toBeNull()
  })
})
