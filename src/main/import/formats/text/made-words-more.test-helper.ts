import type { Words } from './made-words.test-helper.ts'

export const MORE_WORDS: Record<'nl' | 'it' | 'pl' | 'ru', Words> = {
  nl: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    short: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    titles: [
      'Havenbestuur hield inspectienota achter',
      'Veerbootramp: wat we weten',
      'Zeker 19 doden bij ramp met veerboot',
      'Waarom hield niemand de Marit Vane tegen?'
    ],
    first: 'Tessa Arend Sietske Joris',
    last: 'Lindeman Mollema van der Kade Oosterling',
    outlets: ['Kustkoerier', 'Dagblad van Sollen', 'Vestadse Courant', 'Orre Nieuws'],
    sections: 'Binnenland,Buitenland,Economie,Politiek',
    sentences: [
      'Het havenbestuur van Sollen hield negen dagen lang een nota over de romp van de veerboot achter, zeggen twee ambtenaren.',
      'De nota van 11 februari waarschuwt dat de inspectie „niet volgens de regels was afgerond”.',
      '„Wij gaven de commissie alles waar zij om vroeg”, zei een woordvoerder.',
      'Bij de ramp kwamen 22 mensen om het leven en raakten 64 mensen gewond.',
      'Het ministerie wilde niet reageren.',
      'Mevrouw Mollema, die haar broer verloor, zei dat de families lang genoeg hadden gewacht.',
      '„Wij willen geen geld, wij willen weten wie heeft getekend”, zei ze.',
      'Twee ingenieurs zeggen dat zij in januari en opnieuw in het voorjaar hebben gewaarschuwd.',
      'In 2029 kreeg dezelfde werf een boete van 3,2 miljoen kronen.',
      'Een datum voor de stemming is er nog niet.',
      'Donderdag gaat de zitting verder.'
    ]
  },
  it: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    short: 'gen feb mar apr mag giu lug ago set ott nov dic',
    weekdays: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    titles: [
      'L’autorità portuale ha nascosto il rapporto',
      'Naufragio del traghetto: che cosa sappiamo',
      'Almeno 19 morti nel naufragio di un traghetto',
      'Perché nessuno ha fermato la Marit Vane?'
    ],
    first: 'Livia Arnaldo Silvia Ottavio',
    last: 'Lindoro Mollini Varnesi Ostello',
    outlets: ['Corriere della Costa', 'La Gazzetta di Sollen', 'Il Faro', 'Radio Orre'],
    sections: 'Esteri,Cronaca,Economia,Politica',
    sentences: [
      'L’autorità portuale di Sollen ha trattenuto per nove giorni una nota sullo scafo del traghetto, dicono due funzionari.',
      'La nota dell’11 febbraio avverte che l’ispezione «non era stata completata».',
      '«Abbiamo dato alla commissione tutto quello che ha chiesto», ha detto una portavoce.',
      'Nel naufragio sono morte 22 persone e 64 sono rimaste ferite.',
      'Il ministero non ha risposto alle domande.',
      'La signora Mollini, che ha perso il fratello, ha detto che le famiglie hanno aspettato abbastanza.',
      '«Non vogliamo denaro, vogliamo sapere chi ha firmato», ha aggiunto.',
      'Due ingegneri dicono di avere avvertito i superiori in gennaio e di nuovo in primavera.',
      'Nel 2029 lo stesso cantiere aveva pagato una multa di 3,2 milioni di corone.',
      'Non è stata fissata una data per il voto.',
      'L’udienza riprende giovedì.'
    ]
  },
  pl: {
    months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    short: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    weekdays: 'poniedziałek wtorek środa czwartek piątek sobota niedziela',
    titles: [
      'Zarząd portu zataił notatkę z inspekcji',
      'Katastrofa promu: co wiemy',
      'Co najmniej 19 ofiar katastrofy promu',
      'Dlaczego nikt nie zatrzymał promu?'
    ],
    first: 'Halina Arkady Zofia Oskar',
    last: 'Lindowska Mollak Warnholt Ostrowicz',
    outlets: ['Kurier Północny', 'Gazeta Solleńska', 'Dziennik Portowy', 'Radio Orre'],
    sections: 'Kraj,Świat,Gospodarka,Polityka',
    sentences: [
      'Zarząd portu w Sollen przez dziewięć dni nie przekazał komisji notatki o stanie kadłuba promu, twierdzą dwaj urzędnicy.',
      'Notatka z 11 lutego ostrzega, że inspekcja „nie została ukończona”.',
      '„Daliśmy komisji wszystko, o co prosiła”, powiedziała rzeczniczka zarządu.',
      'W katastrofie zginęły 22 osoby, a 64 zostały ranne.',
      'Ministerstwo nie odpowiedziało na pytania.',
      'Pani Mollak, która straciła brata, powiedziała, że rodziny czekały już dość długo.',
      '„Nie chcemy pieniędzy, chcemy wiedzieć, kto podpisał”, dodała.',
      'Dwaj inżynierowie mówią, że ostrzegali w styczniu i ponownie wiosną.',
      'W 2029 roku ta sama stocznia zapłaciła karę 3,2 mln koron.',
      'Daty głosowania jeszcze nie ustalono.',
      'Przesłuchanie będzie kontynuowane w czwartek.'
    ]
  },
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    short: 'янв фев мар апр мая июн июл авг сен окт ноя дек',
    weekdays: 'понедельник вторник среда четверг пятница суббота воскресенье',
    titles: [
      'Портовое управление скрыло записку об осмотре',
      'Крушение парома: что известно',
      'Не менее 19 погибших при крушении парома',
      'Почему никто не остановил паром?'
    ],
    first: 'Инга Арсений Зоя Остап',
    last: 'Линдова Моллин Варнова Остров',
    outlets: ['Северный курьер', 'Солленская газета', 'Портовый вестник', 'Радио Орре'],
    sections: 'Политика,Экономика,Общество,Мир',
    sentences: [
      'Портовое управление Соллена девять дней не передавало комиссии записку о состоянии корпуса парома, сообщили два чиновника.',
      'Записка от 11 февраля предупреждает, что осмотр «не был завершён».',
      '«Мы передали комиссии всё, что она просила», — сказала представитель управления.',
      'При крушении погибли 22 человека, 64 получили ранения.',
      'Министерство не ответило на вопросы.',
      'Госпожа Моллина, потерявшая брата, сказала, что семьи ждали достаточно долго.',
      '«Нам не нужны деньги, мы хотим знать, кто подписал», — добавила она.',
      'Два инженера говорят, что предупреждали начальство в январе и ещё раз весной.',
      'В 2029 году та же верфь заплатила штраф в 3,2 млн крон.',
      'Дата голосования пока не назначена.',
      'Слушание продолжится в четверг.'
    ]
  }
}
