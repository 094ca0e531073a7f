using Entente.Web.Tests.Records;

namespace Entente.Browser.Tests.Records;

/// <summary>The view of the record: a dataset is imported, cancelled, taken out; what is there is looked at.</summary>
[Collection(InChromium.Name)]
public sealed class RecordTests(Chromium chromium)
{
    [SkippableFact]
    public Task An_import_is_cancelled_done_and_taken_out() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/record/import?dataset=cow-trade");
                using var held = visit.Office.HoldImports();
                await visit.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(File(visit, "large.csv"));
                await visit.Button("Import").ClickAsync();
                var progress = visit.Page.Locator(".outcome progress");
                await Assertions.Expect(progress).ToBeVisibleAsync();

                // It goes on while the reader is elsewhere, and is found again.
                await visit.Page.Locator("nav").GetByText("Manual").ClickAsync();
                await visit.Page.WaitForURLAsync("**/manual*");
                await visit.Page.GoBackAsync();
                await visit.Button("Cancel the import").ClickAsync();
                await visit.Sees("The import was cancelled. The record is as it was.");
                (await visit.Office.Json("/api/record/imports")).GetProperty("total").GetInt32().ShouldBe(0);
                held.Dispose();

                await visit.Button("Import another").ClickAsync();
                await visit.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(File(visit, "small.csv"));
                await visit.Button("Import").ClickAsync();
                await visit.Sees("cow-trade 4.0: 45 rows are in the record.");
                await visit.NoViolations();
                await visit.Page.Locator(".outcome a").ClickAsync();
                await visit.Page.WaitForURLAsync("**/record/datasets/cow-trade");
                await visit.Button("Take out import 2, release 4.0").ClickAsync();
                await visit.Sees("The publisher’s file is not kept here.");
                await visit.NoViolations();
                await visit.Button("Take it out").ClickAsync();
                await visit.Sees("Nothing of this dataset has been imported.");
                (await visit.Office.Json("/api/record/imports")).GetProperty("total").GetInt32().ShouldBe(0);
            },
            new() { Prepare = Files }
        );

    [SkippableFact]
    public Task An_import_needs_no_mouse() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/record");
                await visit.TabTo("Datasets");
                await visit.Press("ArrowRight");
                await visit.Page.WaitForURLAsync("**/record/import");
                await visit.Arrived();
                await visit.TabTo("Choose a dataset");
                // A list forgets what was typed when the next letter is long in coming, and takes it for the first.
                for (var i = 0; await visit.Page.EvaluateAsync<string>("() => document.activeElement.value") != "cow-trade"; i++)
                {
                    i.ShouldBeLessThan(10);
                    await Task.Delay(1_500 * Math.Min(i, 1));
                    await visit.Page.Keyboard.TypeAsync("cow-trade");
                }
                await visit.TabTo("Files");
                var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Press("Space"));
                await chooser.SetFilesAsync(File(visit, "stranger.csv"));
                await visit.TabTo("Import the rest where a party is not known");
                await visit.Press("Space");
                await visit.TabTo("Import");
                await visit.Press("Enter");
                await visit.Sees("Rows that were not placed");
                await visit.Sees("stranger.csv:47, ccode2");
            },
            new() { Prepare = Files }
        );

    [SkippableFact]
    public Task Coverage_is_said_in_words_and_leads_from_a_decade_to_its_years() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/record/coverage?q=trade");
            var cell = visit.Page.Locator(".heat td").Filter(new() { HasText = "states" }).First;
            (await cell.InnerTextAsync()).ShouldContain("value");
            await visit.Page.Locator(".heat thead").GetByRole(AriaRole.Button, new() { Name = "2010s" }).ClickAsync();
            await visit.Page.WaitForURLAsync("**by=year*");
            await Assertions.Expect(visit.Page.Locator(".heat thead")).ToContainTextAsync("2015");
        });

    [SkippableFact]
    public Task An_own_fact_is_added_and_taken_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/record/own");
            await visit.Page.GetByLabel("What the figure is of").FillAsync("exprts(DEU -> POL, 2023)");
            await visit.Page.GetByLabel("Figure", new() { Exact = true }).FillAsync("90.2e9 EUR");
            await visit.Page.GetByLabel("Source", new() { Exact = true }).FillAsync("Destatis");
            await visit.Page.GetByLabel("Published").FillAsync("2024-02-14");
            await visit.Page.GetByLabel("Address").FillAsync("https://example.org/page");
            visit.Expect("status of 400");
            await visit.Button("Add").ClickAsync();
            await visit.Sees("did you mean 'exports'");
            await visit.Page.GetByLabel("What the figure is of").FillAsync("exports(DEU -> POL, 2023)");
            await visit.Button("Add").ClickAsync();
            await visit.Sees("own.csv:2");
            await visit.NoViolations();
            await visit.Button("Undo").ClickAsync();
            await visit.Sees("You have added no fact yet");
        });

    [SkippableFact]
    public Task An_own_fact_that_took_anothers_place_is_given_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/record/own");
            await Fact(visit, "90.2e9 EUR");
            await visit.Button("Add").ClickAsync();
            var value = visit.Page.GetByRole(AriaRole.Row, new() { Name = "own.csv:2" });
            await Assertions.Expect(value).ToContainTextAsync("90.2");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).First.ClickAsync();
            await Fact(visit, "91.5e9 EUR");
            await visit.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await visit.Button("Add").ClickAsync();
            await visit.Sees("The fact was replaced.");
            await Assertions.Expect(value).ToContainTextAsync("91.5");
            await visit.TabTo("Undo");
            await visit.Press("Enter");
            await Assertions.Expect(value).ToContainTextAsync("90.2");
        });

    [SkippableFact]
    public Task A_file_is_dropped_on_the_field() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/record/import?dataset=cow-trade");
                var place = visit.Page.Locator(".drop").First;
                await visit.Drop(place, "small.csv", await System.IO.File.ReadAllBytesAsync(File(visit, "small.csv")));
                await Assertions.Expect(place).ToContainTextAsync("small.csv");
                await visit.Button("Import").ClickAsync();
                await visit.Sees("cow-trade 4.0: 45 rows are in the record.");
            },
            new() { Prepare = Files }
        );

    private static async Task Fact(Visit visit, string value)
    {
        await visit.Page.GetByLabel("What the figure is of").FillAsync("exports(DEU -> POL, 2023)");
        await visit.Page.GetByLabel("Figure", new() { Exact = true }).FillAsync(value);
        await visit.Page.GetByLabel("Source", new() { Exact = true }).FillAsync("Destatis");
        await visit.Page.GetByLabel("Published").FillAsync("2024-02-14");
        await visit.Page.GetByLabel("Address").FillAsync("https://example.org/page");
    }

    private static string File(Visit visit, string name) => Path.Combine(visit.Office.Folder, name);

    private static void Files(Web.Tests.Hosting.Office office)
    {
        System.IO.File.WriteAllBytes(Path.Combine(office.Folder, "large.csv"), MadeUp.Large());
        System.IO.File.WriteAllBytes(Path.Combine(office.Folder, "small.csv"), MadeUp.DyadicTrade());
        System.IO.File.WriteAllBytes(Path.Combine(office.Folder, "stranger.csv"), MadeUp.WithStranger());
    }
}
