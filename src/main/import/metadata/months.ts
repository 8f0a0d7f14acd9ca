const BY_MONTH: readonly string[] = [
  // English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Finnish, Polish, Czech, Romanian,
  // Hungarian, Turkish, Indonesian, Russian, Ukrainian, Greek; nominative and genitive where they differ.
  'january jan januar jänner jan janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu stycznia styczeń ledna leden ianuarie január ocak января январь янв січня ιανουαρίου يناير ינואר มกราคม ม.ค. جانفي siječnja јануара',
  'february feb februar feber février févr fevrier febrero febbraio fevereiro fev februari helmikuuta helmikuu lutego luty února únor februarie február şubat февраля февраль фев лютого φεβρουαρίου فبراير شباط פברואר กุมภาพันธ์ ก.พ. فيفري veljače фебруара',
  'march mar märz maerz mrz mars marzo março marco maart mrt marts maaliskuuta maaliskuu marca marzec března březen martie március mart maret марта март мар березня μαρτίου مارس آذار מרץ מרס มีนาคม มี.ค. ožujka марта',
  'april apr avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwiecień dubna duben aprilie április nisan апреля апрель апр квітня απριλίου أبريل ابريل إبريل نيسان אפריל เมษายน เม.ย. أفريل travnja априла',
  'may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja května květen május mayıs мая май травня μαΐου μαίου مايو أيار מאי พฤษภาคม พ.ค. ماي svibnja маја',
  'june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec června červen iunie június haziran июня июнь июн червня ιουνίου يونيو يونية حزيران יוני มิถุนายน มิ.ย. جوان lipnja јуна',
  'july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec července červenec iulie július temmuz июля июль июл липня ιουλίου يوليو يولية تموز יולי กรกฎาคม ก.ค. جويلية srpnja јула',
  'august aug août aout agosto ago augustus augusti elokuuta elokuu sierpnia sierpień srpna srpen augusztus ağustos agustus августа август авг серпня αυγούστου أغسطس آب אוגוסט สิงหาคม ส.ค. أوت kolovoza',
  'september sept sep septembre septiembre setiembre settembre set setembro syyskuuta syyskuu września wrzesień září septembrie szeptember eylül сентября сентябрь сен сент вересня σεπτεμβρίου سبتمبر أيلول ספטמבר กันยายน ก.ย. rujna септембра',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik října říjen octombrie október ekim октября октябрь окт жовтня οκτωβρίου أكتوبر اكتوبر אוקטובר ตุลาคม ต.ค. октобра',
  'november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad listopadu noiembrie kasım ноября ноябрь ноя листопада νοεμβρίου نوفمبر נובמבר พฤศจิกายน พ.ย. studenoga новембра',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember joulukuuta joulukuu grudnia grudzień prosince prosinec decembrie aralık desember декабря декабрь дек грудня δεκεμβρίου ديسمبر דצמבר ธันวาคม ธ.ค. prosinca децембра'
]

/** Month names and abbreviations in lower case, to their numbers (1 to 12). */
export const MONTH_NAMES: Readonly<Record<string, number>> = Object.fromEntries(
  BY_MONTH.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1]))
)
