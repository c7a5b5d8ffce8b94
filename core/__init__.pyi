from .attenuation import AttenuationFit as AttenuationFit
from .attenuation import fit_attenuation as fit_attenuation
from .lead import energies_from_mass_attenuation as energies_from_mass_attenuation
from .lead import energy_from_mass_attenuation as energy_from_mass_attenuation
from .lead import lead_mass_attenuation as lead_mass_attenuation
from .palette import Theme as Theme
from .palette import theme as theme
