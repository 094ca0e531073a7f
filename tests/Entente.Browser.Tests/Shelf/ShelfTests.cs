namespace Entente.Browser.Tests.Shelf;

/// <summary>All texts: checked while one looks, filtered, searched, laid side by side, removed and put back.</summary>
[Collection(InChromium.Name)]
public sealed class ShelfTests(Chromium chromium)
{
    private static readonly VisitOptions TwoHundred = new()
    {
        Patience = 120_000,
        Prepare = office =>
        {
            for (var i = 0; i < 200; i++)
                File.WriteAllText(
                    Path.Combine(office.Texts, $"note-{i:000}.md"),
                    $"---\ntitle: Note {i}\nauthor: {(i % 2 == 0 ? "Ada Example" : "Ben Example")}\npublished: 2024-0{1 + (i % 9)}-15\n---\n\n"
                        + $"Trade between China and Russia reached ${(i % 3 == 0 ? 240 : 200 + (i % 7))} billion in 2023. The word for this one is zebra{i}.\n"
                );
        },
    };

    [SkippableFact]
    public Task A_folder_of_two_hundred_texts_is_checked_found_in_and_compared() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/shelf");
                await Assertions.Expect(visit.Page.Locator(".shelf-sum")).ToContainTextAsync("200 texts · 200 claims");
                await Assertions.Expect(visit.Page.Locator(".check-progress")).ToHaveCountAsync(0);

                await visit.Page.GetByLabel("Words in the text").FillAsync("zebra77");
                await Assertions.Expect(visit.Page.Locator(".text-row")).ToHaveCountAsync(1);
                await Assertions.Expect(visit.Page.Locator(".found mark")).ToHaveTextAsync("zebra77");
                new Uri(visit.Page.Url).Query.ShouldContain("q=zebra77");
                await visit.Button("Clear the filters").ClickAsync();
                await visit.Page.GetByLabel("Speaker").SelectOptionAsync("Ben Example");
                await Assertions.Expect(visit.Page.Locator(".shelf-sum")).ToContainTextAsync("100 of 200 texts");
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "contradicted" }).ClickAsync();
                await visit.Page.ReloadAsync();
                await Assertions.Expect(visit.Page.GetByLabel("Speaker")).ToHaveValueAsync("Ben Example");
                await Assertions
                    .Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "contradicted" }))
                    .ToHaveAttributeAsync("aria-pressed", "true");

                await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Between texts" }).ClickAsync();
                await visit.Sees("They contradict each other");
                await visit.Page.Locator(".mention a").First.ClickAsync();
                await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/read/.*claim="));
                await visit.Page.Locator(".claim-panel").WaitForAsync();
            },
            TwoHundred
        );

    [SkippableFact]
    public Task A_list_of_six_hundred_texts_goes_on_to_its_end() =>
        chromium.Visit(
            async visit =>
            {
                // They are being checked meanwhile, and the list is asked for again and again: more is shown all the same.
                await visit.Go("/shelf");
                var rows = visit.Page.Locator(".text-row");
                foreach (var (count, more) in new[] { (50, true), (200, true), (400, true), (600, false) })
                {
                    await Assertions.Expect(rows).ToHaveCountAsync(count);
                    await Assertions.Expect(visit.Page.Locator(".more")).ToContainTextAsync($"{count} of 600 shown");
                    if (more)
                        await visit.Button("Show more").ClickAsync();
                }
                await Assertions.Expect(visit.Button("Show more")).ToHaveCountAsync(0);
                var ids = await rows.Locator("h2 a").EvaluateAllAsync<string[]>("all => all.map((one) => one.getAttribute('href'))");
                ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(600);
            },
            new()
            {
                Patience = 180_000,
                Prepare = office =>
                {
                    for (var i = 0; i < 600; i++)
                        File.WriteAllText(
                            Path.Combine(office.Texts, $"note-{i:000}.md"),
                            $"# Note {i}\n\nTrade between China and Russia reached $240 billion in 2023.\n"
                        );
                },
            }
        );

    [SkippableFact]
    public Task The_check_is_stopped_and_goes_on_when_asked() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/shelf");
                await visit.Button("Stop checking").ClickAsync();
                await visit.Button("Check them").ClickAsync();
                await visit.Button("Stop checking").WaitForAsync();
                await Assertions.Expect(visit.Page.Locator(".check-progress")).ToHaveCountAsync(0);
                await Assertions.Expect(visit.Page.Locator(".state-waiting")).ToHaveCountAsync(0);
            },
            TwoHundred with
            {
                Prepare = office =>
                {
                    // Long enough that somebody can stop it.
                    for (var i = 0; i < 200; i++)
                        File.WriteAllText(
                            Path.Combine(office.Texts, $"note-{i:000}.md"),
                            string.Concat(
                                Enumerable
                                    .Range(0, 120)
                                    .Select(n => $"In {2000 + (n % 25)} trade between China and Russia reached ${n}.{i} billion.\n\n")
                            )
                        );
                },
            }
        );

    [SkippableFact]
    public Task A_text_is_removed_and_put_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/shelf");
            await Assertions.Expect(visit.Page.Locator(".text-row")).ToHaveCountAsync(3);
            await visit.Page.Locator(".text-row .button").First.ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".text-row")).ToHaveCountAsync(2);
            await visit.Button("Undo").ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".text-row")).ToHaveCountAsync(3);
        });
}
