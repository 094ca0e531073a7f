namespace Entente.Browser.Tests.Forecasts;

/// <summary>The view of forecasts: one is written, decided, and taken back.</summary>
[Collection(InChromium.Name)]
public sealed class ForecastTests(Chromium chromium)
{
    [SkippableFact]
    public Task A_forecast_is_added_decided_and_taken_back() =>
        chromium.Visit(async visit =>
        {
            await visit.Go("/forecasts");
            await visit.Sees("The ledger is empty");
            await visit.Link("Write a forecast").ClickAsync();
            await visit.Page.GetByLabel("Who said it").FillAsync("Somebody");
            await visit.Page.GetByLabel("In which words").FillAsync("Trade will likely exceed $200 billion in 2023.");
            await visit.Page.GetByLabel("What must hold").FillAsync("trade(CHN, RUS, 2023) > 200e9 USD");
            await visit.Button("Add to the ledger").ClickAsync();
            await visit.Sees("The forecast is in the ledger.");
            await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "Ledger" }).ClickAsync();
            await visit.Sees("overdue");
            await visit.NoViolations();
            await visit.Button("Decide what is due by the record").ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".status-true")).ToHaveCountAsync(1);
            await visit.Button("Undo").Last.ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".status-due")).ToHaveCountAsync(1);
        });

    [SkippableFact]
    public Task A_forecast_is_decided_by_hand_without_a_mouse() =>
        chromium.Visit(
            async visit =>
            {
                await visit.Go("/forecasts?status=unresolvable");
                await visit.TabTo("Decide by hand: f-78800007");
                await visit.Press("Enter");
                await visit.TabTo("What became of it");
                await visit.Page.Keyboard.TypeAsync("It fell");
                await visit.TabTo("Page that shows it");
                await visit.Page.Keyboard.TypeAsync("https://example.org/page");
                await visit.TabTo("Who decides");
                await visit.Page.Keyboard.TypeAsync("An Editor");
                await visit.NoViolations();
                await visit.TabTo("Decide");
                await visit.Press("Enter");
                await visit.Sees("f-78800007 is decided.");
                await visit.Sees("No forecast fits.");
            },
            new() { Prepare = Example }
        );

    [SkippableFact]
    public Task A_ledger_that_somebody_edits_meanwhile_is_read_again() =>
        chromium.Visit(
            async visit =>
            {
                visit.Expect("status of 412");
                await visit.Go("/forecasts?status=unresolvable");
                var ledger = Path.Combine(visit.Office.Home, "forecasts.md");
                await File.AppendAllTextAsync(ledger, "\nA line of mine.\n");
                await visit.Button("Decide by hand: f-78800007").ClickAsync();
                await visit.Page.GetByLabel("Page that shows it").FillAsync("https://example.org/page");
                await visit.Page.GetByLabel("Who decides").FillAsync("An Editor");
                await visit.Page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
                await visit.Sees("The ledger was changed meanwhile.");
                (await File.ReadAllTextAsync(ledger)).ShouldEndWith("\nA line of mine.\n");
            },
            new() { Prepare = Example }
        );

    /// <summary>The ledger of the documentation.</summary>
    internal static void Example(Web.Tests.Hosting.Office office) =>
        File.Copy(Path.Combine(Clone.Root, "docs", "examples", "forecasts.md"), Path.Combine(office.Home, "forecasts.md"));
}
