/**
 * Words that are written with a full stop in the middle of a sentence, by language, without the stop and in lower case. Those of `names`
 * stand before what they belong to, be it a capital letter; those of `numbers` are abbreviations before a figure only, as most are words too
 * (`No. 5`, but `He said no.`). What ends sentences as often as not (`etc.`, `Inc.`) is in neither.
 */
export const ABBREVIATIONS: Readonly<Record<string, { names: string; numbers: string }>> = {
  en: {
    names:
      'mr mrs ms mx dr prof st rev hon gen col maj capt cmdr lt sgt cpl pte adm gov sen rep supt insp det messrs cf vs viz e.g i.e',
    numbers:
      'no nos vol vols p pp para paras ch chap sec art fig figs ed eds v approx ca c op jan feb mar apr jun jul aug sept sep oct nov dec'
  },
  de: {
    names: 'dr prof hr fr frl st vgl bzw evtl ggf inkl exkl geb z.b d.h u.a dipl ing hptm sog',
    numbers: 'nr nrn bd bde s abs art ziff kap abb tab ca jan feb mär apr jun jul aug sept okt nov dez'
  },
  fr: {
    names: 'm mm mme mmes mlle mlles me dr pr st ste mgr cf p.ex c.-à-d',
    numbers: 'no n° art al p pp vol chap fig env av apr janv févr avr juil sept oct nov déc'
  },
  es: {
    names: 'sr sra sres sras srta d dª dr dra prof profa lic ing gral cnel cap tte sto sta cf p.ej ee',
    numbers: 'núm nº art arts pág págs p pp vol fig aprox ene feb mar abr jun jul ago sept oct nov dic'
  },
  it: {
    names: 'sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing arch on sen gen col cap ten s cfr',
    numbers: 'n nn art artt pag pagg p pp vol fig ca'
  },
  pt: {
    names: 'sr sra dr dra prof profa eng gen cel cap ten sto sta exmo exma cf p.ex',
    numbers: 'n nº art arts pág págs p pp vol fig aprox'
  },
  nl: {
    names: 'dhr mevr mw dr prof ir ing mr drs gen kol st vgl bijv m.b.t o.a d.w.z',
    numbers: 'nr nrs art blz p pp dl hfst ca jan feb mrt apr jun jul aug sept okt nov dec'
  },
  pl: {
    names: 'dr prof inż mgr ks gen płk mjr kpt np tzw m.in św al ul',
    numbers: 'nr art ust pkt s str t rozdz poz r'
  },
  ru: { names: 'г им проф акад ген ул см св', numbers: 'с т п пп ст рис стр д кв гл' },
  uk: { names: 'м ім проф акад ген вул див св', numbers: 'с т п пп ст рис стор буд кв' },
  sv: { names: 'dr prof st jfr bl.a t.ex', numbers: 'nr s kap fig ca' },
  da: { names: 'dr prof st jf bl.a f.eks', numbers: 'nr s kap fig ca' },
  no: { names: 'dr prof st jf bl.a f.eks', numbers: 'nr s kap fig ca' },
  tr: { names: 'dr prof doç av sn bkz örn', numbers: 'no s cilt' }
}
