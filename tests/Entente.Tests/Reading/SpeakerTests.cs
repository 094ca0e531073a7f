using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class SpeakerTests
{
    [Theory]
    // Quotation, verb and name, on either side
    [InlineData("“Grain is cheap,” said Nadia Haddad.", "Nadia Haddad: Grain is cheap,")]
    [InlineData("“Grain is cheap,” Nadia Haddad said.", "Nadia Haddad: Grain is cheap,")]
    [InlineData(
        "“Grain is cheap,” Egyptian Trade Minister Nadia Haddad told reporters in Cairo.",
        "Nadia Haddad: Grain is cheap,|-: Egyptian Trade Minister Nadia Haddad told reporters in Cairo."
    )]
    [InlineData("Haddad said, “Grain is cheap.”", "Haddad: Grain is cheap.")]
    [InlineData(
        "\"Grain is cheap,\" wrote Nadia Haddad, who runs the Grain Institute, in May.",
        "Nadia Haddad: Grain is cheap,|-: wrote Nadia Haddad, who runs the Grain Institute, in May."
    )]
    [InlineData(
        "“Grain is cheap,” Leo Park and Nadia Haddad, traders in Cairo, wrote.",
        "Leo Park and Nadia Haddad: Grain is cheap,|-: Leo Park and Nadia Haddad, traders in Cairo, wrote."
    )]
    [InlineData(
        "A spokesman, Dmitri Orlo, said: “Grain is cheap. It will stay so.”",
        "-: A spokesman, Dmitri Orlo, said|Dmitri Orlo: Grain is cheap.|Dmitri Orlo: It will stay so."
    )]
    [InlineData("‘Grain is cheap,’ said Haddad. ‘It won’t last.’", "Haddad: Grain is cheap,|Haddad: It won’t last.")]
    // Split and continued quotations
    [InlineData(
        "“Romanian wheat,” Haddad wrote, “could feed the whole of Egypt.” “It will.”",
        "Haddad: Romanian wheat, could feed the whole of Egypt.|Haddad: It will."
    )]
    [InlineData(
        "“Grain is cheap,” Haddad said. “It was dearer before the war.” The market fell.",
        "Haddad: Grain is cheap,|Haddad: It was dearer before the war.|-: The market fell."
    )]
    [InlineData("Park and Haddad wrote. “Prices may double.”", "-: Park and Haddad wrote.|Park and Haddad: Prices may double.")]
    [InlineData("“Why would we stop?” Haddad asked.", "Haddad: Why would we stop?")]
    // Fragments: the sentence is the speaker's; words that the author marks are the author's
    [InlineData(
        "The deal is “better for Egypt than for Romania,” Haddad told me.",
        "Haddad: The deal is “better for Egypt than for Romania,” Haddad told me."
    )]
    [InlineData("The “no questions” deal was signed in 2019.", "-: The “no questions” deal was signed in 2019.")]
    [InlineData("They called it a “pact without an end.”", "-: They called it a “pact without an end.”")]
    [InlineData(
        "Egyptian traders, Haddad went on, “do see Romania as a partner.”",
        "Haddad: Egyptian traders, Haddad went on, “do see Romania as a partner.”"
    )]
    // Nested marks stay inside
    [InlineData("“He said ‘never’ to us,” Haddad recalled.", "Haddad: He said ‘never’ to us,")]
    // Indirect speech
    [InlineData("Haddad said that imports had doubled.", "Haddad: Haddad said that imports had doubled.")]
    [InlineData(
        "Imports doubled, according to the Office of the Egyptian Trade Representative.",
        "the Office of the Egyptian Trade Representative: Imports doubled, according to the Office of the Egyptian Trade Representative."
    )]
    [InlineData(
        "The Nile Press Agency (NPA) reported that imports had doubled.",
        "Nile Press Agency: The Nile Press Agency (NPA) reported that imports had doubled."
    )]
    [InlineData(
        "Korean Trade Minister Lee Sung-jin said imports had doubled.",
        "Lee Sung-jin: Korean Trade Minister Lee Sung-jin said imports had doubled."
    )]
    [InlineData(
        "Commercial counsellor of the Egyptian embassy in Cairo Nadia Ann Haddad said imports had doubled.",
        "Nadia Ann Haddad: Commercial counsellor of the Egyptian embassy in Cairo Nadia Ann Haddad said imports had doubled."
    )]
    [InlineData(
        "Nadia Haddad, deputy prime minister of Egypt and minister of trade and of supply and integration, said imports would double.",
        "Nadia Haddad: Nadia Haddad, deputy prime minister of Egypt and minister of trade and of supply and integration, said imports would double."
    )]
    [InlineData(
        "Deputy Trade Minister Nadia Haddad revealed that imports had doubled.",
        "Nadia Haddad: Deputy Trade Minister Nadia Haddad revealed that imports had doubled."
    )]
    [InlineData(
        "The Prime Minister said that imports had doubled.",
        "the Prime Minister: The Prime Minister said that imports had doubled."
    )]
    [InlineData(
        "The ministry said on Tuesday in a statement that imports had doubled.",
        "the ministry: The ministry said on Tuesday in a statement that imports had doubled."
    )]
    [InlineData("Data showed that imports had doubled.", "-: Data showed that imports had doubled.")]
    [InlineData("Imports doubled, the ministry said on Friday.", "the ministry: Imports doubled, the ministry said on Friday.")]
    [InlineData(
        "Last year, according to Haddad it doubled from a low base.",
        "Haddad: Last year, according to Haddad it doubled from a low base."
    )]
    [InlineData("According to the World Bank, imports doubled.", "World Bank: According to the World Bank, imports doubled.")]
    [InlineData(
        "Imports doubled, according to officials in Cairo.",
        "officials in Cairo: Imports doubled, according to officials in Cairo."
    )]
    [InlineData(
        "A senior Romanian official told the paper that talks had failed.",
        "a senior Romanian official: A senior Romanian official told the paper that talks had failed."
    )]
    // Not speech
    [InlineData("Haddad said nothing about the price.", "-: Haddad said nothing about the price.")]
    [InlineData("Haddad has never said that prices fall.", "-: Haddad has never said that prices fall.")]
    [InlineData("Egypt is said to want more wheat.", "-: Egypt is said to want more wheat.")]
    [InlineData("The United States told of its plans.", "-: The United States told of its plans.")]
    [InlineData("The two states trade wheat.", "-: The two states trade wheat.")]
    // A family name that is a verb elsewhere, a title that makes one name enough, a department that keeps its whole name
    [InlineData("“Grain is cheap,” Omar Said said.", "Omar Said: Grain is cheap,")]
    [InlineData("“Grain is cheap,” Omar Said, the miller, said.", "Omar Said: Grain is cheap,|-: Omar Said, the miller, said.")]
    [InlineData(
        "Ms. Haddad, the miller, was not so sure: “Grain is dear.”",
        "-: Ms. Haddad, the miller, was not so sure|Haddad: Grain is dear."
    )]
    [InlineData(
        "“Grain is cheap,” said the US Commerce Department.",
        "US Commerce Department: Grain is cheap,|-: said the US Commerce Department."
    )]
    [InlineData("“Grain is cheap,” said the Polish Border Guard.", "Polish Border Guard: Grain is cheap,|-: said the Polish Border Guard.")]
    // The words stand before a sentence that says whose they are
    [InlineData("“Grain is cheap.” So says Nadia Haddad.", "Nadia Haddad: Grain is cheap.|-: So says Nadia Haddad.")]
    // Whose colleague, and which of two, is left to the text
    [InlineData("“Grain is cheap,” said the latter.", "-: “Grain is cheap,” said the latter.")]
    [InlineData(
        "“Grain is cheap,” said the envoy of his colleague, Leo Park.",
        "the envoy: Grain is cheap,|-: said the envoy of his colleague, Leo Park."
    )]
    public void Finds_who_speaks(string text, string expected)
    {
        var document = Texts.Read("The market had opened as on any other day of that year.\n\n" + text);
        string.Join('|', document.Statements.Skip(1).Select(s => $"{s.Speaker.Name ?? "-"}: {s.Text}")).ShouldBe(expected);
    }

    /// <summary>A text may break off anywhere: an excerpt, a page behind a wall. Found by fuzzing, behind "says".</summary>
    [Theory]
    [InlineData("“Grain is cheap,” said Nadia Haddad, the minister, who added: “It will not last,” according to the paper.")]
    [InlineData("Nadia Haddad, the minister, wrote in May that “grain is cheap” and, as her colleague Leo Park told us, “will stay so.”")]
    public void A_text_may_break_off_behind_any_of_its_words(string text)
    {
        for (var length = 1; length <= text.Length; length++)
            DocumentReader
                .Read(System.Text.Encoding.UTF8.GetBytes(text[..length]), "a.md", new ReadOptions())
                .Error?.ToString()
                .ShouldNotContain("defect");
    }

    [Fact]
    public void Names_the_rule_and_who_reports()
    {
        var document = Texts.Read(
            "---\nauthor: Ana Ruiz\n---\nPrices rose in the spring. “They will fall,” said Nadia Haddad. According to Leo Park, they have."
        );
        document
            .Statements.Select(s => (s.Speaker.Role, s.Speaker.Via, s.Speaker.Name, s.Speaker.ReportedBy))
            .ShouldBe([
                (SpeakerRole.Author, "front-matter", "Ana Ruiz", null),
                (SpeakerRole.Quoted, "quote-verb", "Nadia Haddad", "Ana Ruiz"),
                (SpeakerRole.Quoted, "according-to", "Leo Park", "Ana Ruiz"),
            ]);
    }

    [Fact]
    public void A_surname_gets_the_full_name_that_the_text_gives()
    {
        var document = Texts.Read(
            "Foreign Minister Wang Bo met President Iván Roca in May.\n\n“We agree,” Wang said. “So do we,” Mr. Roca replied. “And we,” said Smith."
        );
        document
            .Statements.Where(s => s.Speaker.Role == SpeakerRole.Quoted)
            .Select(s => s.Speaker.Name)
            .ShouldBe(["Wang Bo", "Iván Roca", "Smith"]);
    }

    [Fact]
    public void Two_people_of_one_surname_stay_apart()
    {
        var document = Texts.Read("Maria Roca and Iván Roca disagree about wheat.\n\n“We agree,” Roca said.");
        document.Statements[^1].Speaker.Name.ShouldBe("Roca");
    }

    [Fact]
    public void A_pronoun_is_the_one_who_spoke_last_or_nobody()
    {
        var document = Texts.Read(
            "“Grain is cheap,” said Nadia Haddad. Prices fell. “It will stay cheap,” she added.\n\n“Never,” he said."
        );
        Texts
            .Saying(document, "stay cheap")
            .Speaker.ShouldBe(
                new Speaker
                {
                    Name = "Nadia Haddad",
                    Role = SpeakerRole.Quoted,
                    Via = "pronoun",
                    ReportedBy = "the author",
                }
            );
        var alone = Texts.Read("The market had opened early that morning.\n\nTraders, she went on, “do expect a better harvest.”");
        alone.Statements[^1].Speaker.Role.ShouldBe(SpeakerRole.Unattributed);
        alone.Statements[^1].Speaker.Name.ShouldBeNull();
        var named = Texts.Read(
            "The market had opened early that morning.\n\nPresident Iván Roca visited Cairo. He said: “We will sell more wheat.”"
        );
        named.Statements[^1].Speaker.Name.ShouldBe("Iván Roca");
    }

    [Theory]
    // "replied" turns to the one who has not spoken
    [InlineData("Nadia Haddad met Leo Park. “Grain is cheap,” Haddad said. “Bread is dear,” he replied.", "Bread is dear", "Leo Park")]
    // somebody without a name has come between
    [InlineData("Leo Park said grain was cheap. So did Oman's envoy. “Bread is dear,” he said.", "Bread is dear", null)]
    // a paragraph without people does not end a speaker's turn
    [InlineData("“Grain is cheap,” Nadia Haddad said.\n\nThe market fell.\n\n“Bread is dear,” she said.", "Bread is dear", "Nadia Haddad")]
    public void A_pronoun_heeds_who_has_come_between(string text, string words, string? expected)
    {
        var document = DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text + "\n"), "note.md").Document!;
        document.Statements.First(s => s.Text.Contains(words, StringComparison.Ordinal)).Speaker.Name.ShouldBe(expected);
    }

    [Fact]
    public void A_quotation_of_several_paragraphs_has_one_speaker()
    {
        var document = Texts.Read(
            "The market had opened early that morning.\n\nHaddad said: “First we buy.\n\n“Then we sell. Then we rest.”\n\nThe talk ended there."
        );
        Texts
            .Voices(document)
            .ShouldBe(
                """
                - [Author, default]: The market had opened early that morning.
                Haddad [Quoted, quote-verb]: First we buy.
                Haddad [Quoted, quote-verb]: Then we sell.
                Haddad [Quoted, quote-verb]: Then we rest.
                - [Author, default]: The talk ended there.
                """
            );
        var late = Texts.Read("The market had opened early that morning.\n\n“First we buy.\n\n“Then we sell,” Nadia Haddad said.");
        late.Statements[1]
            .Speaker.ShouldBe(
                new Speaker
                {
                    Name = "Nadia Haddad",
                    Role = SpeakerRole.Quoted,
                    Via = "continued",
                    ReportedBy = "the author",
                }
            );
    }

    [Fact]
    public void A_missing_closing_mark_does_not_swallow_the_paragraph()
    {
        var document = Texts.Read(
            "The market had opened early that morning.\n\nHaddad said, “Grain is cheap. Prices fell by a tenth in Cairo.\n\nIt rained."
        );
        Texts.Saying(document, "Prices fell").Speaker.Role.ShouldBe(SpeakerRole.Author);
    }

    [Fact]
    public void The_author_s_words_around_a_quotation_stay_the_author_s()
    {
        var document = Texts.Read(
            "Then came the answer from the capital.\n\nRoca said, “We value your patience” — a note of thanks to Egypt for its help in 2020."
        );
        document.Statements.Count.ShouldBe(3);
        document.Statements[1].Text.ShouldBe("Roca said, “” — a note of thanks to Egypt for its help in 2020.");
        document.Statements[1].Speaker.Role.ShouldBe(SpeakerRole.Author);
        document.Statements[2].Text.ShouldBe("We value your patience");
        document.Statements[2].Speaker.Name.ShouldBe("Roca");
    }
}
