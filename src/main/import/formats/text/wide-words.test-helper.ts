/** Languages of many scripts, for layouts whose marks are no letters. */
export type WideTongue =
  'en' | 'de' | 'fr' | 'pt' | 'tr' | 'cs' | 'ru' | 'uk' | 'el' | 'ar' | 'he' | 'zh' | 'ja' | 'ko' | 'th'

/** What invented articles of a language are made of. */
export interface WideWords {
  titles: string[]
  names: string[]
  outlets: string[]
  /** Ways to write a day: `Y`, `M`, `D` numbers, `MM`, `DD` with two digits, `N` the month's name, `B` the Buddhist year. */
  dates: string[]
  months: string
  /** What fields are called: title, author, publisher, date. */
  fields: readonly [string, string, string, string]
  paragraphs: string[]
}

export const WIDE_WORDS: Record<WideTongue, WideWords> = {
  en: {
    titles: [
      'Flood',
      'WHO KNEW?',
      'Minister: we will not pay for the mistakes of others',
      'Ports ministry says bridge was closed because a bolt that nobody had looked at since 1998 gave way under a lorry, that inspectors had been told, that the file was lost in a move, that the firm which was paid to keep it has since been wound up, and that nobody is to blame',
      'HARBOUR BOARD DENIES EVERYTHING',
      'The board was told twice.',
      'Vestad and Orre sign treaty on ferries',
      'Note: harbour closed until Friday',
      'Sold! Last lighthouse goes for one crown',
      'What a bolt can do to a bridge'
    ],
    names: ['Rhona Tarvel', 'Ossian Fade', 'M. K. Dunlow', 'Perpetua Wray-Holm'],
    outlets: [
      'The Ministry of Ports and Waterways of the Republic of Vestad',
      'Office of the Prosecutor General of Orre',
      'Tollmouth Radio News',
      'The Sollen Intelligencer',
      'Committee to Protect the Tollmouth Estuary',
      'Vestad Court of Audit',
      'European Observatory for Inland Shipping and Ports',
      'Isles Broadcasting Corporation Report',
      'High Commissioner for Fisheries',
      'Department of Transport, Orre',
      'Brannow Today'
    ],
    dates: ['Y-MM-DD', 'D N Y', 'N D, Y', 'DD/MM/Y', 'Y/MM/DD', 'D-N-Y', 'DD.MM.Y'],
    months: 'January February March April May June July August September October November December',
    fields: ['Title', 'Author', 'Source', 'Date'],
    paragraphs: [
      'The bolt gave way at half past six in the morning, when the first lorry of the day crossed the bridge on its way to the market.',
      'Nobody was hurt. The driver said that he had felt the road drop under him and had not stopped until he reached the other side.',
      'Inspectors had asked for the bolt to be looked at in a letter that the ministry says it cannot find.',
      'The bridge will stay closed until the end of the month.',
      'A spokesman for the hauliers said that the detour costs each of his members three hours a day.'
    ]
  },
  de: {
    titles: [
      'Hochwasser',
      'Ministerin: „Wir zahlen nicht für fremde Fehler“',
      'Wer wusste vom rostigen Bolzen?',
      'Brücke gesperrt',
      'Hafenamt bestreitet alle Vorwürfe und kündigt Beschwerde an',
      'Das Amt war zweimal gewarnt.'
    ],
    names: ['Gesine Altrup', 'Henning von der Lahe'],
    outlets: [
      'Ministerium für Häfen und Wasserstraßen der Republik Vestad',
      'Landesamt für Brückenbau',
      'Sollener Abendblatt',
      'Gesellschaft für bedrohte Häfen e. V.',
      'Rundfunk der Inseln',
      'Rechnungshof Orre'
    ],
    dates: ['D. N Y', 'DD.MM.Y', 'Y-MM-DD'],
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    fields: ['Titel', 'Autor', 'Quelle', 'Datum'],
    paragraphs: [
      'Der Bolzen gab um halb sieben am Morgen nach, als der erste Lastwagen des Tages die Brücke auf dem Weg zum Markt überquerte.',
      'Verletzt wurde niemand. Der Fahrer sagte, die Straße habe unter ihm nachgegeben, und er habe erst auf der anderen Seite gehalten.',
      'Prüfer hatten in einem Schreiben um eine Untersuchung gebeten, das im Ministerium nicht zu finden ist.',
      'Bis zum Ende des Monats bleibt die Brücke gesperrt.'
    ]
  },
  fr: {
    titles: [
      'Inondation',
      'Qui savait ?',
      'Ministre : « Nous ne paierons pas les erreurs des autres »',
      'Le port fermé jusqu’à vendredi',
      'LE CONSEIL DU PORT DÉMENT',
      'Un boulon, un pont et beaucoup de questions sans réponse'
    ],
    names: ['Solène Martigue', 'Yves Le Gallou'],
    outlets: [
      'Ministère des Ports et des Voies navigables de la République de Vestad',
      'Office national des digues',
      'La Vigie du littoral',
      'Radio des Îles',
      'Cour des comptes d’Orre',
      'Observatoire européen de la navigation intérieure'
    ],
    dates: ['D N Y', 'DD/MM/Y', 'Y-MM-DD'],
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    fields: ['Titre', 'Auteur', 'Éditeur', 'Date'],
    paragraphs: [
      'Le boulon a cédé à six heures et demie du matin, quand le premier camion de la journée a traversé le pont pour aller au marché.',
      'Personne n’a été blessé. Le chauffeur dit avoir senti la route descendre sous lui et ne s’être arrêté que de l’autre côté.',
      'Des inspecteurs avaient demandé un contrôle dans une lettre que le ministère dit ne pas retrouver.',
      'Le pont restera fermé jusqu’à la fin du mois.'
    ]
  },
  pt: {
    titles: [
      'Cheia',
      'Quem sabia?',
      'Ministra: não pagaremos os erros dos outros',
      'Ponte fechada até sexta-feira por causa de um parafuso'
    ],
    names: ['Leonor Vidigal', 'Tomé Arrais'],
    outlets: [
      'Ministério dos Portos e Vias Navegáveis da República de Vestad',
      'Autoridade Portuária de Sollen',
      'O Farol do Norte',
      'Tribunal de Contas de Orre'
    ],
    dates: ['D de N de Y', 'DD/MM/Y', 'Y-MM-DD'],
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    fields: ['Título', 'Autor', 'Fonte', 'Data'],
    paragraphs: [
      'O parafuso cedeu às seis e meia da manhã, quando o primeiro camião do dia atravessava a ponte a caminho do mercado.',
      'Ninguém ficou ferido. O condutor disse que sentiu a estrada descer e que só parou do outro lado.',
      'Os inspetores tinham pedido uma verificação numa carta que o ministério diz não encontrar.',
      'A ponte continuará fechada até ao fim do mês.'
    ]
  },
  tr: {
    titles: ['Sel', 'Kim biliyordu?', 'Bakan: Başkalarının hatalarını ödemeyeceğiz', 'Köprü cuma gününe kadar kapalı'],
    names: ['Nihan Sarıkaya', 'Tarık Özdere'],
    outlets: [
      'Vestad Cumhuriyeti Limanlar ve Su Yolları Bakanlığı',
      'Sollen Limanı Genel Müdürlüğü',
      'Kıyı Gazetesi',
      'Adalar Radyosu'
    ],
    dates: ['D N Y', 'DD.MM.Y', 'Y-MM-DD'],
    months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    fields: ['Başlık', 'Yazar', 'Kaynak', 'Tarih'],
    paragraphs: [
      'Cıvata sabah altı buçukta, günün ilk kamyonu pazara giderken köprüyü geçtiği sırada koptu.',
      'Yaralanan olmadı. Sürücü, yolun altında çöktüğünü hissettiğini ve ancak karşı tarafta durduğunu söyledi.',
      'Müfettişler, bakanlığın bulamadığını söylediği bir mektupta cıvatanın incelenmesini istemişti.',
      'Köprü ay sonuna kadar kapalı kalacak.'
    ]
  },
  cs: {
    titles: ['Povodeň', 'Kdo to věděl?', 'Ministryně: Za cizí chyby platit nebudeme', 'Most zůstane zavřený do pátku'],
    names: ['Běla Rákosová', 'Otakar Hlubina'],
    outlets: [
      'Ministerstvo přístavů a vodních cest Vestadské republiky',
      'Nejvyšší kontrolní úřad Orre',
      'Pobřežní noviny',
      'Rozhlas ostrovů'
    ],
    dates: ['D. N Y', 'D. M. Y', 'Y-MM-DD'],
    months: 'ledna února března dubna května června července srpna září října listopadu prosince',
    fields: ['Název', 'Autor', 'Zdroj', 'Datum'],
    paragraphs: [
      'Šroub povolil v půl sedmé ráno, když první nákladní auto dne přejíždělo most cestou na trh.',
      'Nikdo nebyl zraněn. Řidič řekl, že cítil, jak se pod ním silnice propadla, a zastavil až na druhé straně.',
      'Inspektoři žádali o prohlídku v dopise, který ministerstvo podle svých slov nemůže najít.',
      'Most zůstane zavřený do konce měsíce.'
    ]
  },
  ru: {
    titles: [
      'Наводнение',
      'Кто знал?',
      'Министр: мы не будем платить за чужие ошибки',
      'Мост закрыт до пятницы',
      'Порт отрицает всё и готовит жалобу'
    ],
    names: ['Вера Лозинская', 'Глеб Тарновский'],
    outlets: [
      'Министерство портов и водных путей Республики Вестад',
      'Береговой листок',
      'Счётная палата Орре',
      'Радио островов',
      'Комитет по защите устья'
    ],
    dates: ['D N Y', 'DD.MM.Y', 'D N Y года', 'Y-MM-DD'],
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    fields: ['Заголовок', 'Автор', 'Источник', 'Дата'],
    paragraphs: [
      'Болт не выдержал в половине седьмого утра, когда первый грузовик этого дня ехал по мосту на рынок.',
      'Никто не пострадал. Водитель рассказал, что почувствовал, как дорога под ним просела, и остановился только на другой стороне.',
      'Инспекторы просили осмотреть болт в письме, которое министерство, по его словам, не может найти.',
      'Мост останется закрытым до конца месяца.'
    ]
  },
  uk: {
    titles: ['Повінь', 'Хто знав?', 'Міністр: ми не платитимемо за чужі помилки', 'Міст закрито до п’ятниці'],
    names: ['Оксана Верболіз', 'Тарас Гладун'],
    outlets: [
      'Міністерство портів і водних шляхів Республіки Вестад',
      'Береговий вісник',
      'Рахункова палата Орре',
      'Радіо островів'
    ],
    dates: ['D N Y', 'DD.MM.Y', 'D N Y року', 'Y-MM-DD'],
    months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    fields: ['Заголовок', 'Автор', 'Джерело', 'Дата'],
    paragraphs: [
      'Болт не витримав о пів на сьому ранку, коли перша вантажівка цього дня їхала мостом на ринок.',
      'Ніхто не постраждав. Водій розповів, що відчув, як дорога під ним просіла, і зупинився аж на другому боці.',
      'Інспектори просили оглянути болт у листі, якого міністерство, за його словами, не може знайти.',
      'Міст залишиться закритим до кінця місяця.'
    ]
  },
  el: {
    titles: [
      'Πλημμύρα',
      'Ποιος ήξερε;',
      'Υπουργός: δεν θα πληρώσουμε τα λάθη των άλλων',
      'Κλειστή η γέφυρα ως την Παρασκευή'
    ],
    names: ['Δάφνη Λυμπέρη', 'Στέλιος Καραντζάς'],
    outlets: [
      'Υπουργείο Λιμένων και Υδάτινων Οδών της Δημοκρατίας του Βεστάντ',
      'Η Φωνή του Λιμανιού',
      'Ραδιόφωνο των Νησιών',
      'Ελεγκτικό Συνέδριο Όρρε'
    ],
    dates: ['D N Y', 'DD/MM/Y', 'Y-MM-DD'],
    months:
      'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    fields: ['Τίτλος', 'Συντάκτης', 'Πηγή', 'Ημερομηνία'],
    paragraphs: [
      'Το μπουλόνι υποχώρησε στις έξι και μισή το πρωί, όταν το πρώτο φορτηγό της ημέρας περνούσε τη γέφυρα πηγαίνοντας στην αγορά.',
      'Κανείς δεν τραυματίστηκε. Ο οδηγός είπε ότι ένιωσε τον δρόμο να βυθίζεται και σταμάτησε μόνο στην άλλη πλευρά.',
      'Οι επιθεωρητές είχαν ζητήσει έλεγχο με επιστολή που το υπουργείο λέει ότι δεν βρίσκει.',
      'Η γέφυρα θα μείνει κλειστή ως το τέλος του μήνα.'
    ]
  },
  ar: {
    titles: ['فيضان', 'من كان يعلم؟', 'الوزيرة: لن ندفع ثمن أخطاء الآخرين', 'إغلاق الجسر حتى يوم الجمعة'],
    names: ['سلمى الدروبي', 'نادر القطان'],
    outlets: [
      'وزارة الموانئ والممرات المائية في جمهورية فستاد',
      'صحيفة الساحل',
      'إذاعة الجزر',
      'ديوان المحاسبة في أوره'
    ],
    dates: ['D N Y', 'DD/MM/Y', 'Y-MM-DD'],
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    fields: ['العنوان', 'الكاتب', 'المصدر', 'التاريخ'],
    paragraphs: [
      'انكسر المسمار في السادسة والنصف صباحا عندما كانت أول شاحنة في ذلك اليوم تعبر الجسر في طريقها إلى السوق.',
      'لم يصب أحد بأذى. وقال السائق إنه شعر بالطريق يهبط تحته ولم يتوقف إلا في الجهة الأخرى.',
      'وكان المفتشون قد طلبوا فحص المسمار في رسالة تقول الوزارة إنها لا تجدها.',
      'وسيبقى الجسر مغلقا حتى نهاية الشهر.'
    ]
  },
  he: {
    titles: ['שיטפון', 'מי ידע?', 'השרה: לא נשלם על טעויות של אחרים', 'הגשר סגור עד יום שישי'],
    names: ['נגה ברזילאי', 'עמרי דקל'],
    outlets: ['משרד הנמלים ונתיבי המים של רפובליקת וסטד', 'קול החוף', 'רדיו האיים', 'מבקר המדינה אורה'],
    dates: ['D בN Y', 'DD.MM.Y', 'Y-MM-DD'],
    months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    fields: ['כותרת', 'מחבר', 'מקור', 'תאריך'],
    paragraphs: [
      'הבורג נשבר בשש וחצי בבוקר, כשהמשאית הראשונה של היום חצתה את הגשר בדרכה אל השוק.',
      'איש לא נפגע. הנהג אמר שהרגיש את הכביש שוקע תחתיו ועצר רק בצד השני.',
      'המפקחים ביקשו לבדוק את הבורג במכתב שהמשרד אומר שאינו מוצא.',
      'הגשר יישאר סגור עד סוף החודש.'
    ]
  },
  zh: {
    titles: ['洪水', '谁早就知道？', '部长：不会为他人的错误买单', '大桥关闭至星期五', '港务局否认全部指控并准备申诉'],
    names: ['沈雨桐', '顾怀远'],
    outlets: ['维斯塔共和国港口与水道部', '海岸日报', '群岛广播电台', '奥雷审计署'],
    dates: ['Y年M月D日', 'Y-MM-DD', 'Y/MM/DD', 'Y.MM.DD'],
    months: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    fields: ['标题', '作者', '来源', '日期'],
    paragraphs: [
      '清晨六点半，当天第一辆开往市场的卡车驶过大桥时，一颗螺栓断裂。',
      '没有人受伤。司机说，他感到路面在下沉，直到对岸才停下车来。',
      '检查人员曾写信要求检查这颗螺栓，该部称找不到这封信。',
      '大桥将关闭到月底。'
    ]
  },
  ja: {
    titles: ['洪水', '誰が知っていたのか', '大臣「他人の過ちの代償は払わない」', '橋は金曜日まで通行止め'],
    names: ['水野千景', '堀越蓮'],
    outlets: ['ヴェスタ共和国港湾水路省', '海岸新聞', '群島ラジオ放送', 'オーレ会計検査院'],
    dates: ['Y年M月D日', 'Y-MM-DD', 'Y/MM/DD', 'Y年MM月DD日'],
    months: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    fields: ['見出し', '著者', '出典', '日付'],
    paragraphs: [
      '午前六時半、その日最初のトラックが市場へ向かう途中で橋を渡ったとき、ボルトが折れた。',
      'けが人はいなかった。運転手は、道路が沈むのを感じ、向こう岸に着くまで止まらなかったと話した。',
      '検査官は手紙でボルトの点検を求めていたが、省はその手紙が見つからないとしている。',
      '橋は月末まで通行止めとなる。'
    ]
  },
  ko: {
    titles: ['홍수', '누가 알았나', '장관 "남의 잘못에 돈을 내지 않을 것"', '다리는 금요일까지 폐쇄'],
    names: ['한서윤', '도민재'],
    outlets: ['베스타드 공화국 항만수로부', '해안신문', '섬라디오방송', '오레 감사원'],
    dates: ['Y년 M월 D일', 'Y-MM-DD', 'Y.MM.DD', 'Y. M. D.'],
    months: '1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월',
    fields: ['제목', '기자', '출처', '날짜'],
    paragraphs: [
      '오전 여섯 시 반, 그날의 첫 트럭이 시장으로 가는 길에 다리를 건널 때 볼트가 부러졌다.',
      '다친 사람은 없었다. 운전사는 길이 꺼지는 것을 느꼈고 건너편에 닿아서야 멈췄다고 말했다.',
      '검사관들은 편지로 볼트 점검을 요청했지만 부처는 그 편지를 찾을 수 없다고 한다.',
      '다리는 이달 말까지 폐쇄된다.'
    ]
  },
  th: {
    titles: ['น้ำท่วม', 'ใครรู้บ้าง', 'รัฐมนตรี: เราจะไม่จ่ายให้ความผิดของคนอื่น', 'ปิดสะพานถึงวันศุกร์'],
    names: ['มนัสวี ทองสุก', 'ภาคิน เรืองศรี'],
    outlets: ['กระทรวงท่าเรือและทางน้ำแห่งสาธารณรัฐเวสตาด', 'หนังสือพิมพ์ชายฝั่ง', 'วิทยุหมู่เกาะ'],
    dates: ['D N Y', 'D N B', 'DD/MM/Y', 'Y-MM-DD'],
    months: 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
    fields: ['หัวข้อ', 'ผู้เขียน', 'ที่มา', 'วันที่'],
    paragraphs: [
      'สลักเกลียวหักเมื่อเวลาหกโมงครึ่งในตอนเช้า ขณะที่รถบรรทุกคันแรกของวันกำลังข้ามสะพานไปตลาด',
      'ไม่มีผู้ได้รับบาดเจ็บ คนขับบอกว่ารู้สึกว่าถนนทรุดลงและหยุดรถเมื่อถึงอีกฝั่งหนึ่ง',
      'เจ้าหน้าที่ตรวจสอบเคยขอให้ตรวจสลักเกลียวในจดหมายที่กระทรวงบอกว่าหาไม่พบ',
      'สะพานจะปิดจนถึงสิ้นเดือน'
    ]
  }
}
