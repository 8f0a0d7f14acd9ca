/** Characters of radicals without a decomposition of their own, and the ideographs that they are (EquivalentUnifiedIdeograph.txt of Unicode). */
const SUPPLEMENT: Record<string, string> = Object.fromEntries(
  '⺁厂 ⺄乙 ⺅亻 ⺇几 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎尢 ⺏尣 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺦丬 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺾艹 ⻀艹 ⻁虎 ⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阜 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀'
    .split(' ')
    .map((pair): [string, string] => [pair[0]!, pair[1]!])
)

/** Ideographs for the radicals that fonts name in their stead: `⽇` is `日`. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FD5]/g, (radical) => SUPPLEMENT[radical] ?? radical.normalize('NFKC'))
}
