/** What programs put on the clipboard: markup as they write it, about places that don't exist. */

/** A picture of one pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const item = (words: string, sign: string, level: number): string => `
<p class=MsoListParagraphCxSpMiddle style='margin-left:${level / 2}in;mso-add-space:auto;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${words}<o:p></o:p></p>`

/** As Word writes a report with a heading, a list in a list, a table, a link and a picture that lies on its machine. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/desk/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style>
<!-- p.MsoNormal, li.MsoNormal {mso-style-parent:""; margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;} -->
</style>
</head>
<body lang=EN-GB style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->
<h2>State of the lower quay<o:p></o:p></h2>
<p class=MsoNormal>The harbour office of Ferrow <b style='mso-bidi-font-weight:normal'>closed the quay</b> on <i
style='mso-bidi-font-style:normal'>safety grounds</i>; see <a href="https://ferrow.example/orders/17">order 17</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item('Berths', '·', 1)}
${item('north', 'o', 2)}
${item('south', 'o', 2)}
${item('Cranes', '·', 1)}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0'><td width=200 valign=top><p class=MsoNormal><b>Berth<o:p></o:p></b></p></td><td width=200 valign=top><p class=MsoNormal><b>Depth<o:p></o:p></b></p></td></tr>
 <tr style='mso-yfti-irow:1'><td width=200 valign=top><p class=MsoNormal>North<o:p></o:p></p></td><td width=200 valign=top><p class=MsoNormal>7 m<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1" type="#_x0000_t75"><v:imagedata src="file:///C:/Users/desk/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=200 height=120 src="file:///C:/Users/desk/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="Picture_1"><![endif]></p>
<!--EndFragment-->
</body>
</html>`

/** As a browser writes a part of a page: the styles of each element with it, a picture in the markup and one on the network, and what the page hides. */
export const PAGE = `<meta charset='utf-8'><h1 style="box-sizing: border-box; color: rgb(31, 35, 40);">Night shift at the mole</h1><p style="margin-top: 0px;">Three crews of the <a href="https://dunmarch.example/port" style="color: rgb(9, 105, 218);">port of Dunmarch</a> <strong>stopped work</strong> and left <em>at once</em>. <a href="javascript:steal()">Share</a><span style="display: none">paid placement</span></p><ol><li>First crew</li><li>Second crew</li></ol><figure><img alt="The mole at night" src="data:image/png;base64,${PIXEL}"><figcaption>The mole, seen from the yard</figcaption></figure><p><img src="https://tracker.example/banner.png" alt="Banner"><script>document.title='taken'</script></p><iframe src="https://player.example/1"></iframe>`
