using System.Text.Json;
using Entente.Application.Stores;
using Entente.Checking;
using Entente.Claims;
using Entente.Claims.Extraction;
using Entente.Claims.Extraction.Sentences;
using Entente.Claims.Language;
using Entente.Claims.Proposals;
using Entente.Reading;
using Entente.Sources;
using Entente.Sources.Files;

namespace Entente.Tests.Claims.Proposals;

/// <summary>What a model proposes is taken only where the text says it, word for word and number for number.</summary>
public sealed class ClaimProposerTests
{
    private const string Text =
        "Beijing and Moscow between them moved goods for $190 billion in 2022, Ana Ruiz reckons. The year before it had been 36 percent less of a thing. "
        + "Among all those who sell to Russia, China was the largest in 2023. Would 2030 see $300 billion?";

    private static readonly Lazy<Knowledge> Known = new(() => Knowledge.Load(new DataFolders { Root = Clone.Root }));

    [Fact]
    public async Task What_the_text_says_is_taken()
    {
        var outcome = await Propose(("goods for $190 billion in 2022", "trade(CHN, RUS, 2022) = 190e9 USD", "Ana Ruiz"));
        outcome.Refused.ShouldBeEmpty();
        var claim = outcome.Claims.ShouldHaveSingleItem();
        claim.Quote.ShouldBe("goods for $190 billion in 2022");
        Text[claim.Start..claim.End].ShouldBe(claim.Quote);
        claim.Proposed.ShouldBeTrue();
        claim.Speaker!.Name.ShouldBe("Ana Ruiz");
        (claim.Kind, claim.Value, claim.Unit, claim.Period!.Text).ShouldBe((ClaimKind.Level, 190e9, "USD", "2022"));
    }

    [Theory]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022) ~ 190e9 USD")]
    [InlineData("China was the largest in 2023", "rank(CHN, among: suppliers(RUS), by: exports, 2023) = 1")]
    [InlineData("moved goods for $190 billion in 2022", "trade(CHN, RUS, 2022) > 190e9 USD")]
    public async Task The_numbers_may_be_bounds_and_firsts(string quote, string assertion) =>
        (await Propose((quote, assertion, null))).Refused.ShouldBeEmpty();

    [Theory]
    [InlineData(
        "goods worth $190 billion in 2022",
        "trade(CHN, RUS, 2022) = 190e9 USD",
        null,
        "the quote is not in the text, word for word"
    )]
    [InlineData("Goods for $190 billion in 2022", "trade(CHN, RUS, 2022) = 190e9 USD", null, "the quote is not in the text, word for word")]
    [InlineData("goods for $190 bill", "trade(CHN, RUS, 2022) = 190e9 USD", null, "the quote cuts a word or number")]
    [InlineData("90 billion in 2022", "trade(CHN, RUS, 2022) = 90e9 USD", null, "the quote cuts a word or number")]
    [InlineData("", "trade(CHN, RUS, 2022) = 190e9 USD", null, "a proposal without quote and assertion")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022) = 191e9 USD", null, "the quote does not hold 191e9 USD")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022) = 190e9 EUR", null, "the quote does not hold 190e9 EUR")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2021) = 190e9 USD", null, "the quote does not hold 2021")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022-03) = 190e9 USD", null, "the quote does not hold 2022-03")]
    [InlineData("goods for $190 billion", "trade(CHN, RUS, 2022) = 190e9 USD", null, "the quote does not hold 2022")]
    [InlineData("36 percent less", "count(meetings(CHN, RUS)) = 36", null, "the quote does not hold 36")]
    [InlineData(
        "goods for $190 billion in 2022",
        "rank(CHN, among: suppliers(RUS), by: exports, 2022) = 1",
        null,
        "the quote does not hold 1"
    )]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022 = 190e9 USD", null, "the assertion does not parse: ")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, XXQ, 2022) = 190e9 USD", null, "the assertion does not type: ")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022) = 190e9 km", null, "the assertion does not type: ")]
    [InlineData("goods for $190 billion in 2022", "trade(CHN, RUS, 2022)", null, "the assertion is a question, not a claim")]
    [InlineData(
        "goods for $190 billion in 2022",
        "trade(CHN, RUS, 2022) = 190e9 USD",
        "Vladimir Example",
        "the speaker is not named in the text"
    )]
    [InlineData("Would 2030 see $300 billion", "trade(CHN, RUS, 2030) = 300e9 USD", null, "a question or heading asserts nothing")]
    public async Task What_the_text_does_not_say_is_refused(string quote, string assertion, string? speaker, string reason)
    {
        var outcome = await Propose((quote, assertion, speaker));
        outcome.Claims.ShouldBeEmpty();
        outcome.Refused.ShouldHaveSingleItem().Reason.ShouldStartWith(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("[")]
    [InlineData("[1, null, {}, {\"quote\": 3, \"assertion\": []}]")]
    [InlineData("[{\"quote\": \"\\ud800\", \"assertion\": \"x\"}]")]
    [InlineData("{\"claims\": \"none\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]")]
    public async Task An_answer_that_is_none_is_refused_and_never_throws(string answer)
    {
        var outcome = await new ClaimProposer(new ScriptedClient(answer), Known.Value.Names).ProposeAsync(Installation.Read(Text));
        outcome.Claims.ShouldBeEmpty();
        outcome.Refused.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Prose_and_fences_around_the_list_and_verdicts_in_it_are_left()
    {
        var answer =
            "Here you are:\n```json\n[{\"quote\": \"goods for $190 billion in 2022\", \"assertion\": \"trade(CHN, RUS, 2022) = 190e9 USD\", \"verdict\": \"contradicted\", \"value\": 5}]\n```\nEnjoy!";
        var document = Installation.Read(Text);
        var outcome = await new ClaimProposer(new ScriptedClient(answer), Known.Value.Names).ProposeAsync(document);
        var claim = outcome.Claims.ShouldHaveSingleItem() with { Id = "c1" };
        var report = Installation.Engine.Check(document, new() { Claims = [claim], Unchecked = [] }, Installation.Today, default);
        report.Claims[0].Verdict.ShouldBe(Verdict.Supported, "the record decides");
    }

    [Fact]
    public async Task Prompts_and_answers_are_bounded()
    {
        var client = new ScriptedClient("[]");
        var settings = new ProposalSettings { LongestPassage = 400, MostRequests = 3 };
        var document = Installation.Read(string.Concat(Enumerable.Repeat(Text + "\n\n", 50)));
        var outcome = await new ClaimProposer(client, Known.Value.Names, settings).ProposeAsync(document);
        client.Asked.Count.ShouldBe(3);
        client.Asked.ShouldAllBe(messages => messages[1].Text.Length <= 400 && messages[0].Text.Length < 10_000);
        client.Options.ShouldAllBe(o => o!.Temperature == 0 && o.MaxOutputTokens == settings.MostOutputTokens);
        outcome.NotShown.ShouldBeGreaterThan(0);
        var long_ = await new ClaimProposer(new ScriptedClient("[" + new string(' ', 70_000) + "]"), Known.Value.Names).ProposeAsync(
            Installation.Read(Text)
        );
        long_.Refused.ShouldHaveSingleItem().Reason.ShouldBe("an answer of more than 64000 characters");
    }

    [Fact]
    public async Task A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new ClaimProposer(new ScriptedClient("[]"), Known.Value.Names).ProposeAsync(Installation.Read(Text), source.Token)
        );
    }

    [Fact]
    public void The_grammar_comes_first_and_proposals_fill_its_gaps()
    {
        var known = Known.Value;
        var grammar = new ClaimExtractor(new ExtractionCatalogue(known.Actors, known.Measures, known.Items, known.Record), known.Names);
        const string Note =
            "In 2022 trade between China and Russia reached $190 billion. They are to each other what they were, with $147 billion moved in 2021.";
        var client = new ScriptedClient(
            Answer(
                ("trade between China and Russia reached $190 billion", "trade(CHN, RUS) > 1e9 USD", null),
                ("In 2022 trade between China and Russia reached $190 billion", "trade(CHN, RUS, 2022) = 190e9 USD", null),
                ("$147 billion moved in 2021", "trade(CHN, RUS, 2021) = 147e9 USD", null)
            )
        );
        var document = Installation.Read(Note);
        var alone = grammar.Extract(document);
        var both = new ProposingExtractor(grammar, new ClaimProposer(client, known.Names)).Extract(document);
        alone.Claims.Count(c => c.Assertion is not null).ShouldBe(1);
        both.Claims.Where(c => c.Assertion is not null)
            .Select(c => (c.Id, c.Assertion, c.Proposed))
            .ShouldBe([("c1", "trade(CHN, RUS, 2022) = 190e9 USD", false), ("c2", "trade(CHN, RUS, 2021) = 147e9 USD", true)]);
        both.Warnings.ShouldHaveSingleItem().ShouldStartWith("proposed and refused (“trade between China and Russia reached");
    }

    private static async Task<ProposalOutcome> Propose(params (string Quote, string Assertion, string? Speaker)[] proposals)
    {
        IReadOnlyList<(string, string, string?)> list = proposals;
        var client = new ScriptedClient(Answer([.. list]));
        return await new ClaimProposer(client, Known.Value.Names).ProposeAsync(Installation.Read(Text, Period.Parse("2024-01-10")));
    }

    private static string Answer(params (string Quote, string Assertion, string? Speaker)[] proposals) =>
        JsonSerializer.Serialize(
            proposals.Select(p => new
            {
                quote = p.Quote,
                assertion = p.Assertion,
                speaker = p.Speaker,
            })
        );
}
