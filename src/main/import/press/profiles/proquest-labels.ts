import { labelsOf } from '../labels.ts'

/**
 * ProQuest's labels in the languages of its interface: English, German, Spanish, French, Italian, Portuguese, Polish, Czech, Hungarian, Norwegian,
 * Turkish, Russian, Japanese, Korean, Chinese, and Dutch as its libraries translate them.
 */
const LABELS = {
  authors:
    'Author|Authors|Autor|Autoren|Auteur|Auteurs|Autore|Autori|Autores|Szerző|Forfatter|Yazar adı|Автор|著者|저자|作者',
  info: 'Publication info|Publication information|Publikationsinformationen|Publikationsinfo|Información de publicación|Información de la publicación|Informations sur la publication|Informations de publication|Info de publication|Info pubblicazione|Informazioni sulla pubblicazione|Informações da publicação|Informações sobre a publicação|Publicatie-info|Informacje o publikacji|Informace o publikaci',
  abstract:
    'Abstract|Zusammenfassung|Resumen|Résumé|Riassunto|Estratto|Resumo|Samenvatting|Streszczenie|Abstrakt|Kivonat|Sammendrag|Özet|Реферат|Аннотация|抄録|초록|摘要',
  text: 'Full text|Volltext|Texto completo|Texte intégral|Texte complet|Testo completo|Testo integrale|Volledige tekst|Pełny tekst|Plný text|Teljes szöveg|Fulltekst|Tam metin|Полный текст|フルテキスト|全文|전문',
  links: 'Links|Verknüpfungen|Enlaces|Liens|Collegamenti|Link|Ligações|Koppelingen|Łącza|Odkazy',
  title: 'Title|Titel|Título|Titre|Titolo|Tytuł|Název|Cím|Tittel|Başlık|Название|タイトル|제목|标题|標題',
  alternateTitle:
    'Alternate title|Alternativer Titel|Título alternativo|Titre alternatif|Titolo alternativo|Alternatieve titel',
  publication:
    'Publication title|Titel der Publikation|Título de publicación|Título de la publicación|Titre de la publication|Titolo pubblicazione|Titolo della pubblicazione|Título da publicação|Titel van publicatie|Publicatietitel|Tytuł publikacji|Název publikace|Publikáció címe|Utgivelsestittel|Yayın adı|Название публикации|出版物のタイトル|출판물 제목|出版物名称|出版物名稱',
  published:
    'Publication date|Publikationsdatum|Fecha de publicación|Fecha de titulación|Date de publication|Date du diplôme|Data di pubblicazione|Data de publicação|Publicatiedatum|Data publikacji|Datum vydání|Publikáció dátuma|Utgivelsesdato|Yayınlanma tarihi|Дата публикации|出版日|출판 날짜|出版日期',
  year: 'Publication year|Erscheinungsjahr|Año de publicación|Année de publication|Anno di pubblicazione|Ano de publicação|Publicatiejaar|Rok publikacji|Rok vydání|Publikáció éve|出版年|출판 연도',
  section:
    'Section|Bereich|Sección|Sezione|Seção|Secção|Sectie|Rozdział|Sekce|Rész|Del|Bölüm|Раздел|セクション|섹션|章节|區段',
  pages:
    'Pages|Page|Seiten|Páginas|Pagine|Paginas|Pagina’s|Strony|Strany|Oldalak|Sider|Sayfalar|Страницы|ページ|페이지|页|頁面',
  firstPage: 'First page|Erste Seite|Primera página|Première page|Prima pagina|Primeira página|Eerste pagina',
  language:
    'Language of publication|Publikationssprache|Idioma de la publicación|Langue de publication|Lingua di pubblicazione|Idioma de publicação|Idioma da publicação|Taal van publicatie|Język publikacji|Jazyk publikace|Publikáció nyelve|Utgivelsesspråk|Yayın Dili|Язык публикации|出版物の言語|출판 언어|出版物语言|出版物語言',
  documentId:
    'ProQuest document ID|ProQuest-Dokument-ID|Dokument-ID von ProQuest|ID del documento de ProQuest|Id. de documento de ProQuest|Identificador de documento de ProQuest|ID du document ProQuest|ID de document ProQuest|Identifiant du document ProQuest|ID documento ProQuest|ID del documento ProQuest|ID do documento ProQuest|ID do documento da ProQuest|ProQuest-document-ID|ProQuest document-ID',
  url: 'Document URL|Dokument-URL|URL des Dokuments|URL del documento|URL du document|URL documento|URL do documento|Document-URL',
  database:
    'Database|Datenbank|Base de datos|Base de données|Base de dados|Baza danych|Databáze|Adatbázis|Veritabanı|База|データベース|데이터베이스|数据库|資料庫|Databank',
  copyright: 'Copyright|Urheberrecht|Derechos de autor|Droits d’auteur|Direitos autorais|Hak cipta|著作権',
  updated:
    'Last updated|Zuletzt aktualisiert|Última actualización|Dernière mise à jour|Ultimo aggiornamento|Última atualização|Laatst bijgewerkt',
  other:
    'Subject|Location|Company / organization|Company|People|Person|Classification|Identifier / keyword|Number of pages|Publisher|Place of publication|Country of publication|Publication subject|Journal subject|ISSN|e-ISSN|ISBN|DOI|CODEN|Source type|Document type|Document feature|Source attribution|Accession number|Dateline|Column|Edition|Volume|Issue|Credit line|Business indexing term|Supplemental data|Origin|Series|' +
    'Thema|Ort|Standort|Unternehmen/Organisation|Unternehmen / Organisation|Personen|Klassifizierung|Identifikator/Schlüsselwort|Seitenanzahl|Herausgeber|Verlagsort|Publikationsland|Zeitschriftenthema|Quellentyp|Dokumententyp|Dokumenttyp|Band|Ausgabe|' +
    'Materia|Lugar|Empresa / organización|Compañía / organización|Personas|Clasificación|Identificador / palabra clave|Número de páginas|Editorial|Lugar de publicación|País de publicación|Materia de publicación|Materia de la revista|Tipo de fuente|Tipo de documento|Tomo|Número|' +
    'Sujet|Lieu|Société / organisation|Entreprise / organisation|Personnes|Classement|Identificateur / mot-clé|Nombre de pages|Éditeur|Lieu de publication|Pays de publication|Sujet de la publication|Type de source|Type de document|Numéro|' +
    'Soggetto|Località|Azienda/organizzazione|Persone|Classificazione|Identificativo/parola chiave|Numero di pagine|Casa editrice|Luogo di pubblicazione|Paese di pubblicazione|Soggetto rivista|Tipo di fonte|Tipo di documento|Fascicolo|' +
    'Assunto|Local|Empresa/organização|Pessoas|Classificação|Identificador/palavra-chave|Editora|Local de publicação|País de publicação|Assunto da publicação|Tipo de fonte|Tipo de documento|' +
    'Onderwerp|Locatie|Bedrijf/organisatie|Uitgever|Plaats van publicatie|Land van publicatie|Brontype|Documenttype|Temat|Typ źródła|Rodzaj dokumentu|Typ zdroje|Typ dokumentu|Forrástípus|Dokumentum típusa|Kildetype|Yayın türü|Belge türü|Тип источника|Тип документа|来源类型|文档类型|來源類型|文件類型|원본 유형|문서 형식|リソースタイプ|ドキュメントのタイプ'
}

export type ProquestLabel = keyof typeof LABELS

export const proquestLabel = labelsOf<ProquestLabel>(LABELS)

/** What stands before every full text, in some language. */
export const TEXT_LABELS = LABELS.text
