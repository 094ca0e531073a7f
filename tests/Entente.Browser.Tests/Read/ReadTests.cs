using System.Text;
using Entente.Web.Tests.Shelf;

namespace Entente.Browser.Tests.Read;

/// <summary>A text with its claims: opened, read, edited, filtered, by mouse, by keyboard, on a telephone.</summary>
[Collection(InChromium.Name)]
public sealed class ReadTests(Chromium chromium)
{
    private const string Quote = "exports to Russia rose by 36 percent";

    [SkippableFact]
    public Task A_file_is_opened_its_claim_looked_at_and_edited_and_the_verdict_changes() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/read");
                await visit.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(Clone.Root, "samples", "article.md"));
                await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/read/t"));
                await Assertions.Expect(visit.Heading).ToHaveTextAsync("The Neighbour Who Buys Everything");
                var claim = Claim(visit, Quote);
                await Assertions.Expect(claim).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("v-contradicted"));
                await claim.ClickAsync();
                var panel = visit.Page.Locator(".claim-panel");
                await Assertions.Expect(panel.Locator(".why").First).ToContainTextAsync("GACC");
                await Assertions.Expect(panel.GetByRole(AriaRole.Table).First).ToContainTextAsync("GACC");
                await Assertions.Expect(panel.Locator(".chart-box svg")).ToBeVisibleAsync();
                await Assertions.Expect(panel.Locator(".working")).ToContainTextAsync("2023");

                var assertion = panel.GetByLabel("What is asserted");
                await Assertions.Expect(assertion).ToHaveValueAsync("growth(exports(CHN -> RUS), 2023) = 36%");
                await assertion.FillAsync("growth(exports(CHN -> RUS), 2023) = 46.9%");
                await Assertions.Expect(panel.GetByText("As edited", new() { Exact = true })).ToBeVisibleAsync();
                await Assertions.Expect(panel.Locator(".verdict").First).ToHaveTextAsync("supported");
                await assertion.FillAsync("growth(exports(CHN -> XXY), 2023) = 46.9%");
                await Assertions.Expect(panel.Locator(".field-problem")).ToContainTextAsync("XXY");
                await Assertions.Expect(panel.Locator(".located-under u")).ToHaveTextAsync("XXY");
                await visit.Button("Back to the text’s own").ClickAsync();
                await Assertions.Expect(panel.Locator(".verdict").First).ToHaveTextAsync("contradicted");

                // The address brings back what is open.
                await visit.Page.ReloadAsync();
                await Assertions.Expect(panel.Locator(".why").First).ToContainTextAsync("GACC");
            },
            new() { Prepare = _ => { } }
        );

    [SkippableFact]
    public Task A_text_is_dropped_anywhere_and_a_file_that_is_none_is_refused() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/read");
                var veil = visit.Page.Locator(".drop-veil");
                await visit.Drop(
                    visit.Heading,
                    "dropped.md",
                    Encoding.UTF8.GetBytes("# Dropped\n\nChina's exports to Russia rose by 36 percent in 2023.\n"),
                    () => Assertions.Expect(veil).ToHaveTextAsync("Drop to put it on the shelf")
                );
                await Assertions.Expect(visit.Heading).ToHaveTextAsync("Dropped");
                await Assertions.Expect(veil).ToHaveCountAsync(0);
                await Claim(visit, "rose by 36 percent").WaitForAsync();

                visit.Expect("status of 400");
                var address = visit.Page.Url;
                await visit.Drop(visit.Heading, "picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]);
                await visit.Page.Locator(".toast-problem").WaitForAsync();
                visit.Page.Url.ShouldBe(address);
            },
            new() { Prepare = _ => { } }
        );

    [SkippableFact]
    public Task A_forecast_goes_into_the_ledger_without_a_mouse_and_leads_back_to_its_claim() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "article.md");
            var claim = Claim(visit, "Trade with China will reach");
            await claim.FocusAsync();
            await visit.Press("Enter");
            await visit.Button("Add to forecasts").WaitForAsync();
            await visit.NoViolations();
            await visit.TabTo("Add to forecasts");
            await visit.Press("Enter");
            var there = visit.Link("Show it there");
            await there.WaitForAsync();
            (await visit.Focused()).ShouldBe("Forecast");
            await Assertions.Expect(visit.Page.Locator("[aria-live=polite]").First).ToContainTextAsync("The forecast is in the ledger.");
            await visit.NoViolations();

            await visit.TabTo("Undo");
            await visit.Press("Enter");
            await visit.Button("Add to forecasts").ClickAsync();
            await there.ClickAsync();
            var entry = visit.Page.Locator(".entry");
            await Assertions.Expect(entry).ToHaveCountAsync(1);
            await entry.GetByText("Details").ClickAsync();
            await entry.GetByRole(AriaRole.Link).ClickAsync();
            await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/read/\w+\?claim=c\d+$"));
            await Assertions.Expect(visit.Page.Locator(".claim-panel blockquote")).ToContainTextAsync("Trade with China will reach");

            // A server that was started again has not looked at the text yet: the page finds the claim itself.
            var read = new Uri(visit.Page.Url).AbsolutePath;
            await visit.Go("/forecasts");
            var id = (await visit.Office.Json("/api/forecasts")).GetProperty("items")[0].GetProperty("id").GetString();
            await visit.Go($"{read}?forecast={id}");
            await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?claim=c\d+$"));
            await Assertions.Expect(visit.Page.Locator(".claim-panel blockquote")).ToContainTextAsync("Trade with China will reach");
        });

    [SkippableFact]
    public Task A_pasted_text_is_checked_removed_and_put_back() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/read");
                await visit.Button("Check it").ClickAsync();
                await visit.Sees("Paste some text first.");
                await visit.Page.GetByLabel("Or paste a text").FillAsync("China's exports to Russia rose by 36 percent in 2023.");
                await visit.Button("Check it").ClickAsync();
                await Claim(visit, "rose by 36 percent").WaitForAsync();
                await visit.Button("Remove from the shelf").ClickAsync();
                await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/shelf$"));
                await visit.Sees("Nothing is on the shelf");
                await visit.Button("Undo").ClickAsync();
                await visit.Page.Locator(".text-row").First.WaitForAsync();
            },
            new() { Prepare = _ => { } }
        );

    [SkippableFact]
    public Task With_the_keyboard_alone_one_goes_from_claim_to_claim_into_one_and_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/shelf");
            await visit.Page.Locator(".text-row .counts").First.WaitForAsync();
            // The panel that holds the list has all its words: what is looked for is the link.
            for (var i = 0; await visit.Page.EvaluateAsync<bool>("() => !document.activeElement.matches('.text-row h2 a')"); i++)
            {
                i.ShouldBeLessThan(100);
                await visit.Press("Tab");
            }
            (await visit.Focused()).ShouldBe("The Neighbour Who Buys Everything");
            await visit.Press("Enter");
            await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/read/."));
            await visit.Page.Locator(".claim").First.WaitForAsync();
            await Assertions.Expect(visit.Heading).ToBeFocusedAsync();
            await visit.Press("j", 2);
            (await visit.Focused()).ShouldContain("$240");
            await visit.Press("n");
            await visit.Press("k");
            (await visit.Focused()).ShouldContain("$240");
            await visit.Press("Enter");
            await Assertions.Expect(visit.Page.Locator(".claim-panel h2")).ToBeFocusedAsync();
            await visit.TabTo("What is asserted");
            await visit.Page.Keyboard.PressAsync("Control+A");
            await visit.Page.Keyboard.TypeAsync("trade(CHN, RUS, 2023) = 300e9 USD");
            await Assertions.Expect(visit.Page.Locator(".claim-panel .verdict").First).ToHaveTextAsync("contradicted");
            await visit.Press("Escape");
            await Assertions.Expect(visit.Page.Locator(".claim-panel")).ToHaveCountAsync(0);
            (await visit.Focused()).ShouldContain("$240");
        });

    [SkippableFact]
    public Task Verdicts_can_be_looked_at_alone_and_the_address_keeps_it() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "article.md", "?show=contradicted");
            await Assertions
                .Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "contradicted" }))
                .ToHaveAttributeAsync("aria-pressed", "true");
            await visit.Button("Next claim").ClickAsync();
            await Assertions
                .Expect(visit.Page.Locator(".claim[aria-current=true]").First)
                .ToHaveClassAsync(new System.Text.RegularExpressions.Regex("v-contradicted"));
            await visit.Button("Show all").ClickAsync();
            new Uri(visit.Page.Url).Query.ShouldNotContain("show=");
        });

    [SkippableFact]
    public Task An_editors_verdict_is_given_and_taken_back() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "article.md");
            await Claim(visit, Quote).ClickAsync();
            var own = visit.Page.Locator(".own-verdict");
            await own.GetByText("Say so").First.ClickAsync();
            await own.GetByRole(AriaRole.Button, new() { Name = "Say so" }).ClickAsync();
            await visit.Sees("A name and a reason are needed");
            await own.GetByLabel("Verdict").SelectOptionAsync("supported");
            await own.GetByLabel("Your name").FillAsync("Ada Example");
            await own.GetByLabel("Why").FillAsync("the ministry says so");
            await own.GetByRole(AriaRole.Button, new() { Name = "Say so" }).ClickAsync();
            await Assertions.Expect(own).ToContainTextAsync("the ministry says so");
            await visit.Button("Undo").ClickAsync();
            await Assertions.Expect(own).Not.ToContainTextAsync("the ministry says so");
        });

    [SkippableFact]
    public Task A_report_is_taken_along() =>
        chromium.Visit(async visit =>
        {
            await Open(visit, "interview.txt");
            await visit.Page.Locator("summary", new() { HasText = "Report" }).ClickAsync();
            var (name, content) = await visit.Download(() => visit.Link("HTML").ClickAsync());
            name.ShouldBe("interview.html");
            Encoding.UTF8.GetString(content).ShouldStartWith("<!doctype html>", Case.Insensitive);
        });

    [SkippableFact]
    public Task A_book_of_three_hundred_pages_scrolls_and_its_last_claim_opens() =>
        chromium.Visit(
            async visit =>
            {
                await Open(visit, "book.md");
                await Assertions.Expect(visit.Page.Locator(".block")).Not.ToHaveCountAsync(0);
                await visit.Button("Previous claim").ClickAsync();
                await Assertions.Expect(visit.Page.Locator(".claim[aria-current=true]").First).ToBeInViewportAsync();
                await visit.Page.Locator(".claim-panel .why").First.WaitForAsync();
            },
            new()
            {
                Patience = 120_000,
                Prepare = office =>
                {
                    var book = new StringBuilder("# A long book\n\n");
                    for (var page = 0; page < 300; page++)
                    {
                        book.Append(System.Globalization.CultureInfo.InvariantCulture, $"## Page {page + 1}\n\n");
                        for (var i = 0; i < 8; i++)
                            book.Append(
                                    "The road goes on along the river and past the yards where nobody waits, and the wind is the same as yesterday. "
                                )
                                .Append(i % 4 == 0 ? "China's exports to Russia rose by 36 percent in 2023. " : "")
                                .Append("\n\n");
                    }
                    File.WriteAllText(Path.Combine(office.Texts, "book.md"), book.ToString());
                },
            }
        );

    [SkippableFact]
    public Task Nothing_in_a_document_runs_or_asks_for_anything() =>
        chromium.Visit(
            async visit =>
            {
                var shelf = await visit.Office.Json("/api/documents?limit=500");
                foreach (var item in shelf.GetProperty("items").EnumerateArray())
                {
                    await visit.Page.GotoAsync($"/read/{item.GetProperty("id").GetString()}");
                    await visit.Page.Locator(".reading-text").WaitForAsync();
                    (await visit.Page.EvaluateAsync<bool>("() => 'hit' in window")).ShouldBeFalse(item.GetProperty("path").GetString());
                    // No name of the document's own, and no element that the page's policy would have to stop.
                    (
                        await visit.Page.EvaluateAsync<int>(
                            "() => document.querySelectorAll('.words :is(script,style,img,iframe,object,embed,form,input,video,audio,link,meta,base,template), .words [style], .words [onclick], .words [onerror]').length"
                        )
                    ).ShouldBe(0);
                }
            },
            new()
            {
                Patience = 120_000,
                Prepare = office =>
                {
                    var number = 0;
                    // What is slow for its size alone is not opened in the browser; its tree is tested without.
                    foreach (var (name, text) in Attacks.All.Where(a => a.Text.Length < 20_000 && !a.Text.Contains('\0')))
                        File.WriteAllBytes(Path.Combine(office.Texts, $"{number++:000}{Path.GetExtension(name)}"), Attacks.Bytes(text));
                },
            }
        );

    private static ILocator Claim(Visit visit, string words) => visit.Page.Locator("a.claim", new() { HasText = words }).First;

    /// <summary>A text of the reader's folder.</summary>
    internal static async Task Open(Visit visit, string file, string query = "")
    {
        var shelf = await visit.Office.Json("/api/documents?limit=500");
        var id = shelf
            .GetProperty("items")
            .EnumerateArray()
            .First(i => i.GetProperty("path").GetString()!.EndsWith(file, StringComparison.Ordinal))
            .GetProperty("id")
            .GetString();
        await visit.Page.GotoAsync($"/read/{id}{query}");
        await visit.Page.Locator(".claim").First.WaitForAsync();
    }

    /// <summary>A claim of the article, with its chart.</summary>
    internal static async Task OpenClaim(Visit visit)
    {
        await Open(visit, "article.md");
        await Claim(visit, Quote).ClickAsync();
        // In the sheet of a telephone the chart is drawn when it comes into sight.
        await visit.Page.Locator(".claim-panel figure.chart").ScrollIntoViewIfNeededAsync();
        await visit.Page.Locator(".claim-panel .chart-box svg").WaitForAsync();
    }
}
