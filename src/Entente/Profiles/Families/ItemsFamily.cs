using System.Globalization;
using Entente.Measures.Trade;
using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>
/// Single goods: how much of each one's imports of a good comes from the other, both in value and in volume, and where both are known, how much
/// of a change was price and how much quantity.
/// </summary>
public sealed class ItemsFamily : IProfileFamily
{
    private const int MostItems = 10;
    private const int YearsBack = 8;

    /// <summary>What is no single good.</summary>
    private static readonly string[] Wholes = ["total", "goods", "services", "goods_and_services"];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (figures, changes, seen) = (new List<ProfileFigure>(), new List<ProfileFigure>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var view in new[] { request, request.Turned() })
        {
            // The buyer is the first of the view: its books of what it buys lead.
            var shares = new List<ProfileFigure>();
            foreach (var item in Items(view))
            {
                cancellation.ThrowIfCancellationRequested();
                var name = item.Replace('_', ' ');
                var value = Latest(
                    view,
                    $"{view.First.Name}: {name} from {view.Second.Name}, share of value",
                    $"share(imports({{B}} -> {{A}}, {item}), of: imports({{A}}, {item}), {{Y}})"
                );
                var volume = Latest(
                    view,
                    $"{view.First.Name}: {name} from {view.Second.Name}, share of volume",
                    $"share(volume({{B}} -> {{A}}, {item}), of: volume({{A}}, {item}), {{Y}})"
                );
                if (value is not null)
                    shares.Add(value);
                if (volume is not null)
                    shares.Add(volume);
                if (Change(view, item, name) is { } change)
                    changes.Add(change);
                seen.Add(item);
            }
            figures.AddRange(shares.OrderByDescending(s => s.Value).ThenBy(s => s.Label, StringComparer.Ordinal).Take(MostItems));
        }
        figures.AddRange(changes);
        return seen.Count == 0
            ? null
            : new()
            {
                Id = "items",
                Title = "Single goods",
                Figures = figures,
                Notes =
                    figures.Count == 0
                        ? []
                        :
                        [
                            "A high share says how much would have to be bought elsewhere; whether it can be is another question (who else sells it, how fast, "
                                + "by what pipe). Prices are unit values: a shift to dearer kinds counts as price.",
                        ],
            };
    }

    private static ProfileFigure? Latest(ProfileRequest view, string label, string template)
    {
        var asked = new Asked(view);
        for (var year = view.To; year >= Math.Max(view.From, view.To - YearsBack); year--)
            if (asked.At(label, template, year) is { } figure)
                return figure;
        return null;
    }

    /// <summary>Goods of which the record has a row of the first's purchases from the second.</summary>
    public static IReadOnlySet<string> Items(ProfileRequest view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var items = new SortedSet<string>(StringComparer.Ordinal);
        void Take(string measure, string subject, string partner)
        {
            foreach (
                var row in view.Record.Find(
                    new RecordQuery
                    {
                        Measure = measure,
                        Subject = subject,
                        Object = partner,
                    }
                )
            )
                if (
                    row.Item.Length > 0
                    && !Wholes.Contains(row.Item)
                    && row.Period is { } period
                    && period.Start.Year >= view.To - YearsBack
                )
                    items.Add(row.Item);
        }
        Take("imports", view.First.Code, view.Second.Code);
        Take("exports", view.Second.Code, view.First.Code);
        Take("volume", view.First.Code, view.Second.Code);
        Take("volume", view.Second.Code, view.First.Code);
        return items;
    }

    /// <summary>How much of the latest change over a year was price, where value and volume of both years are one authority's.</summary>
    private static ProfileFigure? Change(ProfileRequest view, string item, string name)
    {
        var asked = new Asked(view);
        ProfileFigure? Value(int year) => asked.At("", $"imports({{B}} -> {{A}}, {item}, {{Y}})", year, books: Books.Own);
        ProfileFigure? Volume(int year) => asked.At("", $"volume({{B}} -> {{A}}, {item}, {{Y}})", year, books: Books.Own);
        for (var year = view.To; year > Math.Max(view.From, view.To - YearsBack); year--)
        {
            if (
                Value(year) is not { } value1
                || Value(year - 1) is not { } value0
                || Volume(year) is not { } volume1
                || Volume(year - 1) is not { } volume0
                || value0.Unit != value1.Unit
                || volume0.Unit != volume1.Unit
                || new[] { value1, volume0, volume1 }.Any(f => f.Cite.Source != value0.Cite.Source)
            )
                continue;
            var outcome = ValueChange.Of([new(item, value0.Value, volume0.Value, value1.Value, volume1.Value)]);
            if (outcome.Measures is not { } parts || parts.Growth.Value is not { } growth || parts.Lmdi.PriceShare.Value is not { } price)
                continue;
            return new()
            {
                Label = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{view.First.Name}: {name} from {view.Second.Name}, {growth * 100:+0;−0;0} % in value, of it price (LMDI)"
                ),
                Value = price,
                Unit = "share",
                Period = value1.Period,
                Cite = value1.Cite,
                Others =
                [
                    .. parts.Bennet.PriceShare.Value is { } bennet ? new ProfileVariant[] { new("Bennet", bennet, null) } : [],
                    .. parts.Plain.PriceShare.Value is { } plain
                        ? new ProfileVariant[] { new("price at old quantities", plain, null) }
                        : [],
                ],
            };
        }
        return null;
    }
}
