/** Two-letter language subtags. Source: the IANA Language Subtag Registry of 2025-08-25, from ISO 639-1. */
const twoLetters = `
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji
jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb
nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr
ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
`;

/**
 * Three-letter language subtags by their first letter, the other two of each in a row; from the same registry (ISO 639-2, 639-3, 639-5),
 * without `mis mul und zxx` and the private range, which name no language. A list of our own, because ICU lacks languages of real
 * workers (Mam, Q'anjob'al, Tamang).
 */
const threeLetters: Record<string, string> = {
  a:
    'aaabacadaeafagahaiakalamanaoapaqasatauavawaxazbabbbcbdbebfbgbhbibjblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcdcecfch' +
    'cickclcmcncpcqcrcsctcucvcwcxcyczdadbdddedfdgdhdidjdldndodpdqdrdsdtdudwdxdydzeaebecedeeekelemeneqereseueweyez' +
    'fafbfdfefgfhfifkfnfofpfsftfufzgagbgcgdgegfggghgigjgkglgmgngogpgqgrgsgtgugvgwgxgygzhahbhghhhihkhlhmhnhohphrhs' +
    'htiaibicidieifigihiiijikiliminioipiqirisitiwixiyjajgjijnjpjsjtjujwjzkbkckdkekfkgkhkikjkkklkmkokpkqkrksktkukv' +
    'kwkxkykzlalcldlelflglhliljlklllmlnlolplqlrlsltlulvlwlxlylzmambmcmemfmgmimjmkmlmmmnmompmqmrmsmtmumvmwmxmymzna' +
    'nbncndnenfngnhninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaobocodoeofogohoiojokolomonorosotouoxozpapbpcpdpepfpgphpi' +
    'pjpkplpmpnpopppqprpsptpupvpwpxpypzqaqcqdqgqkqlqmqnqpqrqtqzrbrcrdrerhrirjrkrlrnrorprqrrrsrtrurvrwrxryrzsasbsc' +
    'sdsesfsgshsisjskslsnsospsqsrssstsusvswsxsysztatbtctdtetgthtitjtktltmtntotptqtrtstttutvtwtxtytzuaubucudueufug' +
    'uhuiujukulumunuoupuqurusutuuuwuxuyuzvbvdvivkvlvmvnvovsvtvuvvwawbwcwdwewgwhwiwkwmwnwowrwswtwuwvwwwxwyxbxexgxk' +
    'xlxmxxyaybycydyeygyhyiykylynyoypyqyrysytyuyxyyyzzazbzczdzgzjzmznzoztzz',
  b:
    'aaabacadaeafagahaiajalanaoaparasatauavawaxayazbabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcccdce' +
    'cfcgchcicjckclcmcncocpcqcrcsctcucvcwcyczdadbdcdddedfdgdhdidjdkdldmdndodpdqdrdsdtdudvdwdxdydzeaebecedeeefegeh' +
    'eiejekemeoepeqereseteuevewexeyezfafbfcfdfefffgfhfifjfkflfmfnfofpfqfrfsftfufwfxfyfzgagbgcgdgegfgggigjgkglgmgn' +
    'gogpgqgrgsgtgugvgwgxgygzhahbhchdhehfhghhhihjhkhlhmhnhohphqhrhshthuhvhwhxhyhziaibicidieifigijikiliminioipiqir' +
    'itiuiviwixiyizjajbjcjdjejfjgjhjijjjkjljmjnjojpjqjrjsjtjujvjwjxjyjzkakbkckdkfkgkhkikjkkklkmknkokpkqkrksktkukv' +
    'kwkxkykzlalblcldlelflglhliljlklllmlnlolplqlrlsltlvlwlxlylzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmwmxmy' +
    'mznanbncndnenfngninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaoboeofogohoiojokolomonooopoqorotouovowoxoyozpapbpcpdpe' +
    'pgphpipjpkplpmpnpopppqprpsptpupvpwpxpypzqaqbqcqdqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqzrarbrcrdrfrgrhrirj' +
    'rkrlrmrnrorprqrrrsrtrurvrwrxryrzsasbscsesfsgshsisjskslsmsnsospsqsrssstsusvswsxsytatbtctdtetftgthtitjtktltmtn' +
    'totptqtrtstttutvtwtxtytzuaubucudueufuguhuiujukumunuoupuqusutuuuvuwuxuyuzvavbvcvdvevfvgvhvivjvkvlvmvnvovpvqvr' +
    'vtvuvvvwvxvyvzwawbwcwdwewfwgwhwiwjwkwlwmwnwowpwqwrwswtwuwwwxwywzxaxbxcxdxexfxgxhxixjxkxlxmxnxoxpxqxrxsxuxvxw' +
    'xxxzyaybycydyeyfygyhyiyjykylymynyoypyqyrysytyvywyxyyyzzazbzczdzezfzgzhzizjzkzlzmznzozpzqzrzsztzuzvzwzxzyzz',
  c:
    'aaabacadaeafagahaiajakalamanaoapaqarasauavawaxayazbabbbcbdbebgbhbibjbkblbnbobqbrbsbtbubvbwbycacccdcecgchcjcl' +
    'cmcncocpcqcrcsdadcdddedfdgdhdidjdmdndodrdsdydzeaebegekeleneteyfafdfgfmgagcgggkhbhchdhfhghhhjhkhlhmhnhohphqhr' +
    'hthwhxhyhziaibicidieihikiminipiriwiyjajejhjijkjmjnjojpjrjsjvjykakbkhklkmknkokqkrksktkukvkxkykzlalcldlelhlilj' +
    'lklllmlolsltlulwlymamcmemgmimkmlmmmnmomrmsmtnanbncngnhninknlnonpnqnrnsntnunwnxoaobocodoeofogohojokolomonooop' +
    'oqotouovowoxoyozpapbpcpepfpgpipnpopppspupxpyqdqurarbrcrdrfrgrhrirjrkrlrmrnrorprqrrrsrtrvrwrxryrzsasbscsdsesf' +
    'sgshsisjskslsmsnsospsqsrssstsusvswsxsysztatctdtetgthtltmtntotptstttutytzuaubucuguhuiujukulumuoupuqurusutuuuv' +
    'uwuxuyvgvnwawbwdwewgwtxhyaybyozhzkznzozt',
  d:
    'aaacadaeafagahaiajakalamaoapaqarasauavawaxayazbabbbdbebfbgbibjblbmbnbobpbqbrbtbubvbwbycccrdadddedgdidjdndodr' +
    'dsdwecedeeefegeheiekelemenepeqeresevezgagbgcgdgeggghgigkglgngogrgsgtgugwgxgzhahdhghihlhmhnhohrhshuhvhwhxiaib' +
    'icidifigihiiijikiliminioipiqirisitiuiwixiyizjajbjcjdjejfjijjjkjljmjnjojrjujwkakgkkklkrkskxlglklmlnmambmcmdme' +
    'mfmgmkmlmmmnmomrmsmumvmwmxmynandnengninjnknnnonrntnunvnwnyoaobocoeofohoiokolonooopoqorosotovowoxoyozpprarbrc' +
    'rdrergrhrirlrnrorqrrrsrtrurwrysbseshsiskslsnsosqsztatbtdthtitktmtntotptrtstttutyuaubucudueufuguhuiujukulumun' +
    'uoupuqurusuuuvuwuxuyuzvawawkwlwrwswuwwwywzyaybydygyiymynyoyryuyyzazdzezgzlzn',
  e:
    'aabcbgbkbobrbucrcscyeefafefigaglgmgogxgyhshuipitivjakakckekgkikkklkmkokpkrkylelhlilklmlolplulxmambmemgmimkmm' +
    'mnmompmqmsmumwmxmymznanbncndnfnhnlnmnnnonqnrnunvnwnxotpirargrhrirkrorrrsrtrwsesgshsiskslsmsnsosqsssusxsytbtc' +
    'thtntotrtstttutxtzuduqvevhvnwoxtyayozaze',
  f:
    'aaabadafagahaiajakalamanaparatauaxayazblcserfifmgriaieifilipiritiuiwkkkvlalhlilllnlrlympmunbngniodoiomonoros' +
    'oxpeqsrcrdrkrmrorprqrrrsrtseslssubucudueufuhuiujumunuqurutuuuvuyvrwawe',
  g:
    'aaabacadaeafagahaiajakalamanaoapaqarasatauavawaxayazbabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbubvbwbxbybzcccdce' +
    'cfclcncrctdadbdcdddedfdgdhdidjdkdldmdndodqdrdsdtdudxeaebecedefegeheiejekelemeqesevewexeyezfkftfxgagbgdgegggk' +
    'glgngogrgtgugwhahchehhhkhlhnhohrhshtiaibicidieigihiiiliminioipiqirisitiuiwixiyizjijkjmjnjrjukakdkeknkokpkulb' +
    'lcldlhliljlklllolrlulwlymambmdmemgmhmlmmmnmqmrmumvmwmxmymznanbncndnengnhninjnknlnmnnnonqnrntnunwnzoaobocodoe' +
    'ofogohoiojokolomonooopoqorosotouovowoxoyozpapepnqaqiqnqrqurarbrcrdrgrhrirjrkrmrorqrrrsrtrurvrwrxryrzsesgslsm' +
    'snsospssswtatituuaubucudueufuguhuiukulumunuoupuqurusutuuuvuwuxuzvavcvevfvjvlvmvnvovpvrvsvywawbwcwdwewfwgwiwj' +
    'wmwnwrwtwuwwwxxxyaybydyeyfygyiylymynyoyryyyzzazizn',
  h:
    'aaabacadaeafagahaiajakalamanaoapaqarasavawaxayazbabbbnbobucachdndsdyeaedegeheiemgmgwhihrhyiaibidifigihiiijik' +
    'ilimioiritiwixjikakekhkkknkslalbldleltlumambmcmdmemfmgmhmimjmkmlmmmnmpmqmrmsmtmumvmwmxmymznandnengnhninjnmnn' +
    'nonsnuoaobocodoeohoiojokolomoooporosotovowoyozpopsrarcrerkrmrorprrrtrurwrxrzsbshslsnsstitotstutxubucudueufug' +
    'uhuiujukulumuoupuqurusutuuuvuwuxuyuzvcvevkvnvvwawcwoyaywyx',
  i:
    'aianaparbabbbdbebgbhbiblbmbnbrbubycachclcrdadbdcdddedidrdsdtdufafbfefffkfmfufygbgeggglgmgngogsgwhbhihphwinir' +
    'jcjejjjnjojskekhkikkklkokpkrksktkvkwkxkzlalblglilklllmlolplslulvlwmamemimlmnmomrmsmtmynbncnengnhnjnlnmnnnonp' +
    'nsntnzorouowpipoquqwrarerhrirkrnrorrrurxrysascsdsesgshsisksmsnsosrstsusvtbtctdtetitktltmtotrtstttvtwtxtytzum' +
    'vbvvwkwmwowsxcxlyayoyxzhzizmzrzz',
  j:
    'aaabacadaeafahajakalamanaoaqarasatauaxayazbebibjbkbmbnbobrbtbubwcsctdadgdtebeeegeheiekelenereteugbgegkgohihs' +
    'iaibicidieigihiiilimioiqitiuiviyjejrkakmkokpkrkskulelsmambmcmdmimlmnmrmsmwmxnandngninjnlnsobodogorosowpaprpx' +
    'qrrarbrrrtrusluaubucuduhuiukulumunuoupurusutuuuwuyvdvnwiyayeyy',
  k:
    'aaabacadaeafagahaiajakamaoapaqaravawaxaybabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcccdcecfcgch' +
    'cicjckclcmcncocpcqcrcsctcucvcwcxcyczdadcdddedfdgdhdidjdkdldmdndodpdqdrdtdudvdwdxdydzeaebecedeeefegeheiejekel' +
    'emeneoepeqereseteuevewexeyezfafbfcfdfefffgfhfifjfkflfmfnfofpfqfrfsftfufvfwfxfyfzgagbgcgdgegfggghgigjgkglgmgn' +
    'gogpgqgrgsgtgugvgwgxgyhahbhchdhehfhghhhihjhkhlhnhohphqhrhshthuhvhwhxhyhziaibicidieifigihiiijilimioipiqisitiu' +
    'iviwixiyizjajbjcjdjejfjgjhjijjjkjljmjnjojpjqjrjsjtjujvjxjyjzkakbkckdkekfkgkhkikjkkklkmknkokpkqkrksktkukvkwkx' +
    'kykzlalblcldlelflglhliljlklllmlnlolplqlrlsltlulvlwlxlylzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmwmxmymz' +
    'nanbncndnenfngninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaocodoeofogohoiojokolooopoqosotouovowoxoyozpapbpcpdpepfpg' +
    'phpipjpkplpmpnpopppqprpsptpupvpwpxpypzqaqbqcqdqeqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqzrarbrcrdrerfrhrirj' +
    'rkrlrmrnrorprrrsrtrurvrwrxryrzsasbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvswsxsysztatbtctdtetftgthtitjtktltm' +
    'tntotptqtrtstttutvtwtxtytzubucudueufuguhuiujukulumunuoupuqusutuuuvuwuxuyuzvavbvcvdvevfvgvhvivjvkvlvmvnvovpvq' +
    'vrvsvtvuvvvwvxvyvzwawbwcwdwewfwgwhwiwjwkwlwmwnwowpwqwrwswtwuwvwwwxwywzxaxbxcxdxexfxhxixjxkxlxmxnxoxpxqxrxsxt' +
    'xuxvxwxxxyxzyaybycydyeyfygyhyiyjykylymynyoypyqyrysytyuyvywyxyyyzzazbzczdzezfzgzhzizjzkzlzmznzozpzqzrzsztzuzv' +
    'zwzxzyzz',
  l:
    'aaabacadaeafagahaiajakalamanapaqarasauawaxayazbabbbcbebfbgbibjbkblbmbnbobqbrbsbtbubvbwbxbybzcccdcecfchclcmcp' +
    'cqcsdadbdddgdhdidjdkdldmdndodpdqeaebecedeeefegeheiejekelemeneoepeqereseteuevewexeyezfafngagbggghgigkglgmgngo' +
    'gqgrgsgtgugzhahhhihlhmhnhphshthuiaibicidieifigihiiijikilioipiqirisiuiviwixiyizjajejijljpjwjxkakbkckdkekhkikj' +
    'klkmknkokrksktkukylalblcldlelflglhliljlklllmlnlolplqlslulxmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmumvmwmxmymzna' +
    'nbndngnhninjnlnmnnnonsnunwnzoaobocoeofogohoiojokolomonooopoqorosotouovowoxoyozpapepnpopxqrrarcrergrirkrlrmrn' +
    'rorrrtrvrzsasbscsdsesgshsislsmsnsospsrssstsvswsytctgthtitntotstuuaucudueufuhuiujukulumunuoupuqurusutuuuvuwuy' +
    'uzvavivkvlvsvuwawewgwhwlwmwowswtwuwwxmyaygynzhzlznzz',
  m:
    'aaabadaeafagaiajakamanapaqasatauavawaxazbabbbcbdbebfbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcccdcecfcgchci' +
    'cjckclcmcncocpcqcrcsctcucvcwcxcyczdadbdcdddedfdgdhdidjdkdldmdndpdqdrdsdtdudvdwdxdydzeaebecedeeefegeheiejekel' +
    'emeneoepeqereseteueveweyezfafbfcfdfefffgfhfifjfkflfmfnfofpfqfrfsftfufvfwfxfyfzgagbgcgdgegfggghgigjgkglgmgngo' +
    'gpgqgrgsgtgugvgwgxgygzhahbhchdhehfhghhhihjhkhlhmhnhohphqhrhshthuhwhxhyhziaibicidieifigihiiijikiliminioipiqir' +
    'itiuiwixiyizjajbjcjdjejgjhjijjjkjljmjnjojpjqjrjsjtjujvjwjxjyjzkakbkckekfkgkhkikjkkklkmknkokpkqkrksktkukvkwkx' +
    'kykzlalblcldlelflhliljlklllmlnlolplqlrlslulvlwlxlzmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmtmumvmwmxmymznanbncnd' +
    'nenfngnhninjnknlnmnnnonpnqnrnsntnunvnwnxnynzoaocodoeofogohoiojokomooopoqorosotouovowoxoyozpapbpcpdpepgphpipj' +
    'pkplpmpnpopppqprpsptpupvpwpxpypzqaqbqcqeqfqgqhqiqjqkqlqmqnqoqpqqqrqsqtquqvqwqxqyqzrarbrcrdrerfrgrhrjrkrlrmrn' +
    'rorprqrrrsrtrurvrwrxryrzsbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvswsxsysztatbtctdtetftgthtitjtktltmtntotptq' +
    'trtstttutvtwtxtyuaubucudueuguhuiujukumunuoupuqurusutuuuvuxuyuzvavbvdvevfvgvhvivkvlvmvnvovpvqvrvsvtvuvvvwvxvy' +
    'vzwawbwcwdwewfwgwhwiwjwkwlwmwnwowpwqwrwswtwuwvwwwxwywzxaxbxcxdxexfxgxhxixjxkxlxmxnxoxpxqxrxsxtxuxvxwxxxyxzyb' +
    'ycydyeyfygyhyiyjykylymynyoypyqyrysytyuyvywyxyyyzzazbzczdzezgzhzizjzkzlzmznzozpzqzrzsztzuzvzwzxzyzz',
  n:
    'aaabacadaeafagahaiajakalamanaoapaqarasatawaxayazbabbbcbdbebfbgbhbibjbkbmbnbobpbqbrbsbtbubvbwbxbycacbcccdcecf' +
    'cgchcicjckclcmcncocpcqcrcsctcucxczdadbdcdddfdgdhdidjdkdldmdndpdqdrdsdtdudvdwdxdydzeaebecedeeefegeheiejekemen' +
    'eoeqereseteuevewexeyezfafdflfrfugagbgcgdgegfggghgigjgkglgmgngogpgqgrgsgtgugvgwgxgygzhahbhchdhehfhghhhihkhmhn' +
    'hohphqhrhthuhvhwhxhyhziaibicidieifigihiiijikiliminioiqirisitiuiviwixiyizjajbjdjhjijjjljmjnjojrjsjtjujxjyjzka' +
    'kbkckdkekfkgkhkikjkkkmknkokpkqkrksktkukvkwkxkzlalclelgliljlklllmlnlolqlrlulvlwlxlylzmambmcmdmemfmgmhmimjmkml' +
    'mmmnmompmqmrmsmtmumvmwmxmymznanbncndnenfngnhninjnknlnmnnnpnqnrnsntnunvnwnxnynzoaocodoeofogohoiojokolomonooop' +
    'oqosotouovowoyozpapbpgphpiplpnpopspupxpyqgqkqlqmqnqoqqqtqyrarbrcrerfrgrirkrlrmrnrprrrtrurxrzsasbscsdsesfsgsh' +
    'siskslsmsnsospsqsrssstsusvswsxsysztdtetgtitjtktmtotptrtstutwtxtytzuaubucudueufuguhuiujukulumunuoupuqurusutuu' +
    'uvuwuxuyuzvhvmvowawbwcwewgwiwmwowrwwwxwyxaxdxexgxixkxlxmxnxoxqxrxuxxybycydyeyfygyhyiyjykylymynyoypyqyrysytyu' +
    'yvywyxyyzazbzdzizkzmzrzszuzyzz',
  o:
    'aaacakaravbibkblbmbobrbtbucachcmcocudadkdtdufofsfugbgcgegggoguhthuiaieinjbjcjgjpjsjvjwkakbkckdkekgkhkikjkkkl' +
    'kmknkokrkskukvkxkzlaldlelklmlolrltlumambmcmemgmimkmlmnmompmqmrmtmumvmwmxmynanbnengninjnknnnonpnrnsntnunwnxod' +
    'ogonorospapkpmpoptpyrarcrergrhrnrorrrsrtrurvrwrxryrzsascsisnsospstsusxtatbtdtetitktltmtntotqtrtstttutwtxtytz' +
    'uaubueuiumunvdwiwlybydymyyzm',
  p:
    'aaabacadaeafagahaiakalamaoapaqarasatauavawaxayazbbbcbebfbgbhbiblbmbnbobpbrbsbtbubvbybzcacbcccdcecfcgchcicjck' +
    'clcmcncpcrcwdadcdidndodtdueaebedeeefegeheiejekelemeoepeqesevexeyezfafeflgagdgggigkglgngsgugygzhahdhghhhihjhk' +
    'hlhmhnhohqhrhthuhvhwiaibicidieifigihiiijiliminioipirisitiuiviwixiyizjtkakbkckgkhknkokpkrksktkulalblcldlelflg' +
    'lhljlklllnlolplqlrlsltlulvlwlylzmambmcmdmemfmhmimjmkmlmmmnmomqmrmsmtmumwmxmymznanbncndnengnhninjnknlnmnnnonp' +
    'nqnrnsntnunvnwnxnynzocodoeofogohoiokomonooopoqosotovowoxoyozpapepipkplpmpnpopppqprpsptpuqaqeqmqwrarbrcrdrerf' +
    'rgrhrirkrlrmrnrorprqrrrsrtrurwrxryrzsascsdsesgshsislsmsnsospsqsrssstsuswsytathtitntotptqtrtttutvtwtyuaubucud' +
    'ueufuguiujukumuoupuqurutuuuwuxuyuzwawbwgwiwmwnwowrwwxmyeymynysyuyxyyzezhzn',
  q:
    'uaubucudufuguhuiukulumunupuqurusuvuwuxuyuzvavcvevhvivjvlvmvnvovpvsvwvyvzwawcwewhwmwswtxaxcxhxlxnxoxpxqxrxsxt' +
    'xuxwyayp',
  r:
    'aaabacadafagahaiajakalamanaoapaqarasatauavawaxayazbbbkblbpcfdbeaebeeegeiejelemenereseteygagegkgngrgsguhghpia' +
    'ibieifiliminiritiujgjijskakbkhkikmktkwmambmcmdmemfmgmhmimkmlmmmnmompmqmrmsmtmumvmwmxmymznanbndngnlnnnpnrnwoa' +
    'obocodoeofogolomoooporouowpnptrirmrortsbsiskslsmsnswtcthtmtstwubucueufuguhuiukuoupuqutuuuyuzwawkwlwmwowrxdxw' +
    'ynysyuzh',
  s:
    'aaabacadaeafahaiajakalamaoapaqarasatauavawaxayazbabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcecf' +
    'cgchcickclcncocpcqcsctcucvcwcxdadbdcdedfdgdhdjdkdldmdndodpdqdrdsdtdudvdxdzeaebecedeeefegeheiejekelemeneoepeq' +
    'ereseteueveweyezfbfefmfsfwgagbgcgdgeggghgigjgkglgmgngogpgrgsgtgugwgxgygzhahbhchdhehghhhihjhkhlhmhnhohphqhrhs' +
    'hthuhvhwhxhyhziaibidieifigihiiijikilimioipiqirisitiuiviwixiyizjajbjcjdjejgjkjljmjnjojpjrjsjtjujwkakbkckdkekf' +
    'kgkhkikjkkkmknkokpkqkrksktkukvkwkxkykzlalcldlelflglhliljlllmlnlplqlrlsltlulwlxlylzmambmcmdmfmgmhmimjmkmlmmmn' +
    'mpmqmrmsmtmumvmwmxmymznbncnenfngnhninjnknlnmnnnonpnqnrnsnunvnwnxnynzoaobocodoeogohoiojokolonooopoqorosouovow' +
    'oxoyozpbpcpdpepgpipkplpmpnpopppqprpsptpupvpxpyqaqhqjqkqmqnqoqqqrqsqtquqxrarbrcrerfrgrhrirkrlrmrnrorqrrrsrtru' +
    'rvrwrxryrzsasbscsdsesfsgshsisjskslsmsnsospsqsrssstsusvsxsysztatbtdtetftgthtitjtktltmtntotptqtrtstttutvtwtyua' +
    'ubucueuguiujukulumuouqurusutuvuwuxuyuzvavbvcvevkvmvrvsvxwbwcwfwgwhwiwjwkwlwmwnwowpwqwrwswtwuwvwwwxwyxbxcxexg' +
    'xkxlxmxnxoxrxsxuxwyaybycydyiykylymynyoyrysywyxyyzazbzczdzezgzlznzpzszvzwzy',
  t:
    'aaabacadaeafagaiajakalanaoapaqarasauavawaxayazbabbbcbdbebfbgbhbibjbkblbmbnbobpbqbrbsbtbubvbwbxbybzcacbcccdce' +
    'cfcgchcickclcmcncocpcqcsctcucwcxcyczdadbdcdddedfdgdhdidjdkdldmdndodqdrdsdtdudvdxdyeaebecedeeefegeheiekemeneo' +
    'epeqereseteuevewexeyezfifnfofrftgagbgcgdgegfggghgigjgngogpgqgrgsgtgugvgwgxgygzhchdhehfhhhihkhlhmhnhphqhrhsht' +
    'huhvhwhxhyhziaicidieifigihiiijikiliminioipiqisitiuiviwixiyizjajgjijjjljmjnjojpjsjujwkakbkdkekfkgkkklkmknkpkq' +
    'krksktkukvkwkxkzlalblcldlflglhliljlklllmlnlolplqlrlsltlulvlwlxlymambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumv' +
    'mwmymznanbncndnenfngnhninknlnmnnnonpnqnrnsntnunvnwnxnynzobocodoeofogohoiojokolomooopoqorosouovowoxoyozpapcpe' +
    'pfpgpipjpkplpmpnpopppqprptpupvpwpxpypzqbqlqmqnqoqpqqqrqtquqwrarbrcrdrerfrgrhrirjrkrlrmrnrorprqrrrsrtrurvrwrx' +
    'ryrzsasbscsdsesfsgshsisjskslsmspsqsrssstsusvswsxsysztatbtctdtetftgthtitjtktltmtntotptqtrtstttutvtwtytzuaubuc' +
    'udueufuguhuiujulumunuoupuqusutuuuvuwuxuyuzvavdvevivkvlvmvnvovsvtvuvwvxvywawbwcwdwewfwgwhwlwmwnwowpwqwrwtwuww' +
    'wxwyxaxbxcxexgxhxixjxmxnxoxqxrxsxtxuxxxyyayeyhyiyjylynypyrysytyuyvyxyyyzzazhzjzlzmznzozx',
  u:
    'amanarbabiblbrbubydadedgdidjdldmduesfigagbgeghgngogyhahnisivjikakgkhkikkklkpkqkskukvkwkylalblclelflilklllmln' +
    'lulwlymambmcmdmgmimmmnmompmrmsmunanengninknmnnnpnrnunxnzokonpipvrarbrcrerfrgrhrirjrkrlrmrnrorprrrtrurvrwrxry' +
    'rzsashsiskspsssutatethtptrtuumunuruuvevhvlwayaznzs',
  v:
    'aaaeafagahaiajalamanaoaparasauavaybbbkecedelemeoepergrgticidifigilinisitivjkkakikjkkklkmknkokpktkukzlplsmamb' +
    'mcmdmemfmgmhmimjmkmlmmmpmqmrmsmumvmwmxmymznknmnporotrarorsrtsislsnsvtoumunutwa',
  w:
    'aaabacadaeafagahaiajakalamanaoapaqarasatauavawaxayazbabbbebfbhbibjbkblbmbpbqbrbsbtbvbwcacidddgdjdkdtdudyeaec' +
    'edegeheiemeneoepereseteuewfggagbgggigogugwgyhahghkhuibicieifigihiiijikiliminiritiuiviwiyjajikakbkdklkrkukwky' +
    'lalclelglhlilklllmlolrlslulvlwlxlymambmcmdmemgmhmimmmnmomsmtmwmxnbncndnengninknmnnnonpnunwnyoaobocodoeofogoi' +
    'okomonooorosowoypcrarbrdrgrhrirkrlrmrnrorprrrsrurvrwrxryrzsasgsisksrsssusvtbtfthtitktmtwuaubuduhulumunurutuu' +
    'uvuxuywawbwowrwwxaxwyaybyiymynyryy',
  x:
    'aaabacadaeagaiajakalamanaoapaqarasatauavawaybabbbcbdbebgbibjbmbnbobpbrbwbxbycbcccecgchclcmcncocrctcucvcwcyda' +
    'dcdkdmdodqdyebedegelemepereseteufagagbgdgfgggiglgmgngrgugwhahchdhehmhrhthuhviaibiiilinipirisiviyjbjtkakbkckd' +
    'kekfkgkhkikjkkklknkokpkqkrksktkukvkwkxkykzlalblcldlelglilnlolplslulymambmcmdmemfmgmhmjmkmlmmmnmompmqmrmsmtmu' +
    'mvmwmxmymznanbndngnhninjnknmnnnonqnrnsntnunynzocodogoiokomonoooporowpapbpcpdpepfpgphpipjpkplpmpnpopppqprpspt' +
    'pupvpwpxpypzqaqtrarbrdrergrirmrnrqrrrtrurwsasbscsdseshsisjslsmsnsospsqsrsssusvsytatbtctdtetgthtitjtltmtntotp' +
    'tqtrtstttutvtwtytzuaubudugujulumunuoupurutuuvevivnvovswawcwdwewgwjwkwlwowrwtwwxbxkxmxrxtyaybyjykylytyyzhzmzp',
  y:
    'aaabacadaeafagahaiajakalamanaoapaqarasatauavawaxayazbabbbdbebhbibjbkblbmbnbobxbychclcncpcrdadddedgdkdseaecee' +
    'eiejelenereseteueveygagiglgmgpgrgsgugwhahdhlhsiaifigihiiijikiliminipiqirisitiuivixiyizkakgkhkikkklkmknkokrkt' +
    'kukylalblelglilllmlnlolrlulymambmcmdmemgmhmimkmlmmmnmompmqmrmsmtmxmznanbndnengnhnknlnnnonqnsnuobogoiokolomon' +
    'osotoxoypapbpgphpkpmpnpopppzrarbrerirkrlrmrnrorsrwryscsdsgslsmsnsospsrsssytatltptwtyuaubucudueufuguiujukulum' +
    'unupuqurutuuuwuxuyuzvavtwawgwlwnwqwrwtwuwwxaxgxlxmxuxyyryuyzzgzk',
  z:
    'aaabacadaeafagahaiajakalamaoapaqarasatauavawaxayazbabcbeblbtbubwcacdchdjeaegehemengagbghgmgngrhbhdhihnhwhxia' +
    'ibikiliminiriwizkakbkdkgkhkkknkokpkrktkukvkzlaleljlmlnlqlslulwmambmcmdmemfmgmhmimjmkmlmmmnmompmqmrmsmtmumvmw' +
    'mxmymznandnengnknsocohomoooqorospapbpcpdpepfpgphpipjpkplpmpnpopppqprpsptpupvpwpxpypzqerargrnrorprssaskslsmsr' +
    'sutetgtltmtntptqtstttutxtyuauhumunuywaybygyjynypzazj',
};

/** Every primary language subtag that BCP 47 knows, deprecated ones too. */
export const languageCodes: ReadonlySet<string> = new Set([
  ...twoLetters.trim().split(/\s+/),
  ...Object.entries(threeLetters).flatMap(([first, pairs]) => (pairs.match(/../g) ?? []).map((pair) => first + pair)),
]);
