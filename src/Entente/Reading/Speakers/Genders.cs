namespace Entente.Reading.Speakers;

internal enum Gender
{
    Unknown,
    Female,
    Male,
}

/// <summary>
/// What a title or a common given name says of "he" and "she". Only names that are one or the other nearly everywhere; the rest stay unknown, and
/// an unknown one fits both.
/// </summary>
internal static class Genders
{
    private static readonly HashSet<string> FemaleTitles = Set(
        "mrs ms miss mme mlle madam madame frau lady dame queen princess empress sheikha baroness duchess countess señora doña chairwoman spokeswoman congresswoman"
            + " businesswoman saleswoman sister mother daughter wife aunt niece widow actress heroine policewoman noblewoman"
    );

    private static readonly HashSet<string> MaleTitles = Set(
        "mr sir lord king prince emperor emir sultan sheikh sheik baron duke count señor don herr monsieur pope brother father son husband uncle nephew chairman spokesman"
            + " congressman businessman salesman tsar imam ayatollah mullah policeman nobleman"
    );

    private static readonly HashSet<string> Female = Set(
        "mary maria marie anna anne ana ann elizabeth elisabeth margaret catherine katherine kate karen sarah sara laura linda susan nancy barbara patricia jennifer jessica emily"
            + " emma olivia sophia sophie julia julie helen helena elena yelena olga natalia natalya tatiana irina svetlana ekaterina anastasia ludmila galina larisa nadia nadezhda vera"
            + " ursula angela annalena christine christina kristina ingrid astrid sanna magdalena agnieszka katarzyna ewa beata małgorzata joanna petra martina monika ivana vesna jelena"
            + " fatima fatou aisha amina khadija mariam maryam leila layla noura nour rania zainab salma yasmin farida shirin dina giorgia francesca giulia chiara lucia lucía carmen rosa"
            + " isabel beatriz ximena gloria yolanda claudia gabriela daniela alejandra valentina camila fernanda mariana adriana paola dilma michelle hillary kamala condoleezza madeleine"
            + " theresa liz diana victoria charlotte jane rachel rebecca ruth esther grace joan janet jacinda julie penny marise yoko sakura haruka yuko keiko akiko naomi indira sonia"
            + " priya anjali sushma nirmala sunita lakshmi benazir hina sheila marine ségolène valérie élodie delphine brigitte françoise saskia hanna kaja kadri litia dewi siti retno"
            + " corazon imelda leni ngozi wanjiru winnie graça ellen joyce samia desislava mirela dalia hildegard annegret bruna carla dorottya klára zofia lesya oksana yulia iryna"
            + " greta heidi birgit kirsten mette ulla liv marit solveig birna katrín sigrid annika kerstin gitta gudrun renate sabine ilse lena eva teresa pilar rocío mercedes"
            + " inés ines verónica cristina lourdes soledad pía bárbara michaela zuzana lenka jana hana eliška ivona dana simona raluca ioana andreea maia maya nino tamar aino riitta"
            + " leena päivi zeynep ayşe emine hala hoda gulnara aigul saltanat dinara mai lan thuy joana catarina fátima aïcha ngozi amina zanele"
            + " naledi nkosazana thandi wangari litia sunniva dorothy alice agnes florence rosemary shirley carol brenda pamela debra cynthia janice marilyn amy heather melissa stephanie"
            + " besa arta elira vjosa drita teuta rita samar rim hiba dima suad nadine carine sanaa wafa lubna ghada huda samira karima souad zohra malika latifa nawal fawzia asma"
            + " anita sunita kavita meera rekha neha pooja deepa radha lata usha asha geeta shanti kumari nasreen rahima shabnam parveen farzana sadia rubina tahmina ayesha"
            + " zenaida dolores consuelo esperanza celia marta amalia aurora bianca carolina cecilia clara elisa estela eugenia ines irene josefina leonor luisa manuela margarita"
            + " matilde natividad paula paulina raquel rosario silvia susana teodora vanessa virginia ximena alessandra antonella caterina elisabetta federica ilaria raffaella roberta"
            + " sandrine sylvie mireille monique nathalie véronique agnès amélie aurélie béatrice camille céline claire corinne estelle florence geneviève hélène isabelle jeanne juliette"
            + " hilde tove grethe inger kari randi ragnhild anneli helmi kaisa maarit outi pirjo sirpa tuula liisa kristiina ieva rasa ilze līga daiva jurga halyna oksana nataliya larysa"
            + " tamara lyudmila valentina yevgenia zhanna darya marina ludmyla bożena danuta grażyna halina jadwiga krystyna barbora hedvika růžena ildikó katalin erzsébet judit ágnes"
            + " eleni maria-eleni katerina sofia ioanna despina vassiliki aylin elif fatma hatice hülya leyla meral meryem selin sevgi nino ketevan eka ani gayane lusine narine"
            + " hyun-jung eun-ji so-young mi-kyung ji-eun soo-jin mei-ling xiaoling yuki naoko tomoko kazuko chiyoko megumi michiko adaeze chioma folake yetunde wambui njeri akinyi"
            + " nicole kelly tammy tracy holly megan hannah rita bridget siobhan niamh aoife fiona moira isla kirsty"
    );

    private static readonly HashSet<string> Male = Set(
        "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george"
            + " edward ronald timothy jason jeffrey jacob gary eric jonathan stephen larry scott frank raymond gregory samuel patrick alexander jack dennis peter henry adam nathan"
            + " vladimir sergei sergey dmitry dmitri dmytro mikhail nikolai nikolay alexei aleksei igor oleg boris andrei andrey yuri yury viktor anton maxim maksim pavel ivan oleksandr"
            + " volodymyr mykola taras serhiy olaf friedrich helmut jürgen klaus hans wolfgang otto heinrich stefan emmanuel françois jacques pierre jean nicolas laurent philippe alain"
            + " mohammed mohamed muhammad ahmed ahmad ali hassan hussein omar khalid abdullah ibrahim mahmoud mustafa tarek yusuf karim rashid walid samir hamza bashar benjamin avigdor"
            + " recep hakan mehmet carlos josé juan luis jorge pedro miguel manuel antonio francisco fernando ricardo eduardo alejandro rafael ramiro álvaro nuno luiz lula jair"
            + " giuseppe mario matteo silvio marco andrea paolo viktor orbán péter lászló mateusz jarosław tomasz marek bogdan jerzy stanisław andrzej miloš goran petar dragan aleksandar"
            + " erik lars jens jonas anders olof rasmus tarō shinzo fumio yoshihide kenji hideo haruto hiroshi takashi narendra rajiv rahul subrahmanyam vikram sunil rohan imran shehbaz"
            + " nawaz asif kwame kofi nelson thabo cyril jacob paul yoweri uhuru sipho samuel joe barack bill antony jake marco jd lloyd winston boris tony rishi keir jeremy justin"
            + " ian neil alan colin graham nigel simon derek roger howard ralph albert arthur walter harold philip roy louis russell randy carl keith gerald lawrence sean patrick liam"
            + " declan conor niall gerhard jörg uwe dieter horst manfred werner rolf sven björn arvid nils magnus gunnar knut arne leif søren mads henrik janne pekka jussi eero matti"
            + " enrique alfonso jaime javier gonzalo rodrigo sergio raúl héctor óscar andrés gustavo hugo nicolás tomás rubén emilio arturo alberto roberto ernesto felipe iván nuno rui"
            + " joão paulo vasco thiago bruno otávio caetano giovanni luigi franco enzo luca stefano pier tomáš jiří pavel miroslav zdeněk vladimír ľubomír radosław wojciech zbigniew"
            + " gábor zoltán ferenc istván ion traian klaus viorel dimitris giorgos kyriakos nikos yannis ahmet mehdi reza hossein javad abbas saeed farhad majid faisal fahd salman turki"
            + " bandar nasser sami ziad karim rafik saad najib youssef abdel hosni gamal kais rached idrissa amadou mamadou ousmane moussa seydou alpha macky paul-henri emeka chidi babatunde"
            + " ilir besnik arben agron fatos sali nabil basil elias fadi ghassan hani hazem imad jamal jihad khaled marwan munir nizar osama qasim raed riad saleh tariq wael wissam yahya"
            + " zaid zakaria mohamad abdul haidar basim farid fouad habib ismail issam luay mansour mazen muhannad mukhtar nadim rafiq ramzi suleiman taher tawfiq younis youssouf"
            + " edgardo iván hernán rómulo ramón rodolfo salvador santiago simón vicente víctor adolfo agustín aníbal armando benito césar cristóbal damián diego domingo esteban fabián"
            + " federico germán guillermo ignacio ismael joaquín julio leandro leonardo lorenzo lucas marcelo marcos martín mauricio nicanor octavio osvaldo rogelio román samuel sebastián"
            + " baptiste benoît bernard bertrand christophe claude damien denis didier éric étienne fabien frédéric georges gérard gilles guillaume guy henri hervé hubert jérôme julien"
            + " louis luc lucien marcel mathieu maurice maxime michel olivier pascal patrice raymond rémi rené robert roland sébastien stéphane sylvain thierry vincent xavier yves yvon"
            + " tore olli vytautas jonas algirdas gintaras andris jānis juris māris toomas tõnu urmas bartosz krzysztof maciej michał piotr paweł rafał ryszard sławomir tadeusz witold"
            + " zdenko zoran dejan dušan slobodan branko darko dragoslav milan milorad nebojša nenad nikola predrag radovan saša srđan stojan vojislav vuk željko zlatko anatoly arkady"
            + " denis fyodor gennady georgy grigory kirill konstantin leonid lev nikita roman ruslan stanislav timofey vadim valery vasily viacheslav vitaly vladislav yaroslav yevgeny"
            + " farrukh nurlan daniyar bakyt askar bolat yerlan timur rustam bakhtiyar shavkat ilham vahagn armen suren tigran hrant gagik giorgi irakli davit levan zurab vakhtang"
            + " gopal krishna mohan murali prakash rajesh rakesh ravi sandeep shashi subhash sudhir venkat vinod yogesh tariq bilal faisal zahid usman junaid kamran naveed rafiq"
            + " kofi kwabena kwaku yaw kojo ebenezer solomon samson moses elijah isaac abraham joshua gideon ezekiel babacar cheikh ibrahima lamine modou moustapha abdoulaye boubacar"
            + " issoufou mahamadou salou laurent-désiré jean-bosco jean-pierre jean-paul jean-claude jean-marc jean-luc jean-yves emmerson tendai tapiwa farai themba mandla vusi sibusiso"
            + " takeshi shigeru taro ichiro naoto junichiro masahiro satoshi prabowo joko bambang mahathir anwar najib arjun amit rajnath piyush anil sanjay ashok suresh ramesh vijay deepak"
    );

    /// <summary>What a title, a word of kinship or a possessive before a name says ("Mrs", "his sister").</summary>
    public static Gender OfTitle(string lower) =>
        FemaleTitles.Contains(lower) ? Gender.Female
        : MaleTitles.Contains(lower) ? Gender.Male
        : Gender.Unknown;

    /// <summary>What the first word of a full name says.</summary>
    public static Gender OfName(string name)
    {
        var blank = name.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
            return Gender.Unknown;
        var given = name[..blank].ToLowerInvariant();
        var hyphen = given.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0)
            given = given[..hyphen];
        var (female, male) = (Female.Contains(given), Male.Contains(given));
        return female == male ? Gender.Unknown
            : female ? Gender.Female
            : Gender.Male;
    }

    /// <summary>True where "he" or "she" cannot be one of this gender.</summary>
    public static bool Excludes(Gender gender, string pronoun) =>
        (gender == Gender.Female && pronoun == "he") || (gender == Gender.Male && pronoun == "she");

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
