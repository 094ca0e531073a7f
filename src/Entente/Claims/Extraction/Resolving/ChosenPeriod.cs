using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <summary>A period with how it was come by: said in the sentence, or inherited.</summary>
/// <param name="Period">The period of the figure; null where nothing gives one.</param>
/// <param name="Mention">The words that give it; null where it was inherited.</param>
/// <param name="Inference">How it was come by where the words do not give it themselves.</param>
/// <param name="Since">The base that a change is counted from, where the words name one.</param>
/// <param name="OwnEnd">True where the period is one end of "from P1 to P2", taken for the amount that stands at that end.</param>
/// <param name="Compared">True where it is only the time of what is compared with: nothing that follows inherits it.</param>
internal sealed record ChosenPeriod(
    Period? Period,
    TimeMention? Mention,
    Inference? Inference,
    Period? Since = null,
    bool OwnEnd = false,
    bool Compared = false
);
