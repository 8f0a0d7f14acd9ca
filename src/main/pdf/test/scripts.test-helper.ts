import { BriefBuilder } from './brief.test-helper.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'

/** Quotes in many scripts, with what is hard about each. */
export interface Specimen {
  name: string
  language: string
  title: string
  words: string
}

export const SPECIMENS: readonly Specimen[] = [
  {
    name: 'Arabic with Latin and numbers',
    language: 'ar',
    title: 'ميناء سولين: تقرير Northern Courier رقم 5',
    words:
      'وقالت هيئة الميناء إن 25 سفينة تأخرت (بحسب Northern Courier) يوم الثلاثاء، وأضافت أن الكلفة بلغت 48.2 مليون كرون على الأقل، أي أكثر من ١٤٠ ألفاً لكل رصيف في لا مكان.'
  },
  {
    name: 'Persian with joiners',
    language: 'fa',
    title: 'بندر سولن',
    words: 'او گفت که می‌خواهند کشتی‌ها را به اسکلهٔ شمالی ببرند؛ ۱۲ کشتی آماده است.'
  },
  {
    name: 'Hebrew with points',
    language: 'he',
    title: 'נמל סולן: דו״ח',
    words: 'אמר הדובר כי 12 אוניות עגנו בנמל (לפי Vestad News) ביום שלישי. הַשְׁטָר נֶחְתַּם לִפְנֵי תִּשְׁעָה יָמִים.'
  },
  {
    name: 'Cyrillic',
    language: 'uk',
    title: 'Порт Солен',
    words: 'Управа порту повідомила, що «зобов’язання» підписано о 06:30. Ґанок її під’їзду зачинено.'
  },
  {
    name: 'Simplified Chinese',
    language: 'zh-Hans',
    title: '索伦港防波堤合同',
    words:
      '索伦港务局发言人在例行记者会上表示，有关合同于一月十一日签署，早于招标截止日期九天。发言人称：“我们遵守了当时适用的每一条规定，（附件三）所列承诺并不是合同。”会议持续了约3小时。'
  },
  {
    name: 'Traditional Chinese',
    language: 'zh-Hant',
    title: '索倫港報告',
    words: '港務局發言人表示，「承諾書」並不是合約，審計報告將於三月發表。'
  },
  {
    name: 'Japanese',
    language: 'ja',
    title: 'ソレン港の契約',
    words:
      '港湾局は「契約書ではない」と説明した。ページは全部で１２枚、ひらがなとカタカナ、ローマ字（Sollen）も使われている。'
  },
  {
    name: 'Korean',
    language: 'ko',
    title: '솔렌 항만 계약',
    words: '항만 위원회는 입찰 마감 9일 전에 계약서에 서명했다고 밝혔다. “우리는 모든 규정을 따랐다.”'
  },
  {
    name: 'Devanagari',
    language: 'hi',
    title: 'सोलेन बंदरगाह',
    words: 'बंदरगाह बोर्ड ने कहा कि क्षतिग्रस्त जहाज़ों की मरम्मत हिन्दी दस्तावेज़ के अनुसार १२ दिनों में पूर्ण हुई।'
  },
  {
    name: 'Bengali',
    language: 'bn',
    title: 'সোলেন বন্দর',
    words: 'বন্দর পর্ষদ জানিয়েছে যে চুক্তিটি ক্ষতিপূরণ ছাড়াই স্বাক্ষরিত হয়েছিল।'
  },
  {
    name: 'Tamil',
    language: 'ta',
    title: 'சோலன் துறைமுகம்',
    words: 'துறைமுக வாரியம் ஒப்பந்தத்தில் கையெழுத்திட்டது என்று தெரிவித்தது.'
  },
  {
    name: 'Thai',
    language: 'th',
    title: 'ท่าเรือโซเลน',
    words: 'คณะกรรมการท่าเรือลงนามในสัญญาเก้าวันก่อนปิดการประมูลตามรายงานการประชุมที่ผู้สื่อข่าวได้เห็นน้ำท่วมสูง'
  },
  {
    name: 'Georgian',
    language: 'ka',
    title: 'სოლენის პორტი',
    words: 'პორტის საბჭომ ხელშეკრულებას ხელი ცხრა დღით ადრე მოაწერა.'
  },
  {
    name: 'Armenian',
    language: 'hy',
    title: 'Սոլենի նավահանգիստ',
    words: 'Նավահանգստի խորհուրդը պայմանագիրը ստորագրել է ինը օր առաջ։'
  },
  {
    name: 'Ethiopic',
    language: 'am',
    title: 'የሶለን ወደብ',
    words: 'የወደቡ ቦርድ ውሉን ከዘጠኝ ቀናት በፊት ፈርሟል።'
  },
  {
    name: 'Greek',
    language: 'el',
    title: 'Λιμάνι του Σόλεν',
    words: 'Το υπουργείο ανακοίνωσε· ψυχοφθόρα αναμονή εννέα ημερών, ΐ και ΰ μαζί. Ἀρχὴ ἥμισυ παντός.'
  },
  {
    name: 'Latin with special characters',
    language: 'pl',
    title: 'Port w Sollen',
    words:
      'Trần Huy Lộc; Zażółć gęślą jaźń; İskele ığdır; office affluent ffi fl 10\u00a0000\u202f€ non\u2011breaking soft\u00adhyphen µ μ Ω Ω'
  },
  {
    name: 'Emoji',
    language: 'en',
    title: 'A post 🚢 on Harbour Talk',
    words: 'Ship 🚢 seen ✅ 👨‍👩‍👧 👍🏽 🇳🇴 1️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ☺️ at 06:30 → ∑ ≤ ✓ ⚓ 𝒳'
  }
]

/** A brief that quotes every specimen. */
export function scriptsBrief(): ExportInput {
  const b = new BriefBuilder()
  const quotes = SPECIMENS.map(({ language, title, words }) => {
    const source = b.source([title, words], { language, title, publisher: title, published: '2031-02-25' })
    return b.quote(source, words, title)
  })
  b.section(
    'Words of many scripts',
    b.statement(['What they say.'], { kind: 'assumption' }),
    ...quotes.map((id) => b.block(id))
  )
  return b.build({ title: 'Many scripts' })
}
